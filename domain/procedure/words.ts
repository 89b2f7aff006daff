/** A sentence or title at parity in both languages. */
export interface Words {
  readonly vi: string;
  readonly en: string;
}

/** A: the text of the law was read. B: a reputable second source. C: not confirmed, runs as a service level only. */
export type Confidence = 'A' | 'B' | 'C';
