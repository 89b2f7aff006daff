import type { Confidence, Words } from '../procedure.js';

export const words = (vi: string, en: string): Words => ({ vi, en });

/** Where in the law a step comes from, and how far that was read. */
export interface Cited {
  readonly source: Words;
  readonly confidence: Confidence;
}

export const cited = (confidence: Confidence, vi: string, en: string): Cited => ({
  source: words(vi, en),
  confidence,
});
