/** What is wrong with a procedure as data. */
export interface Finding {
  readonly check: string;
  /** The step, limit, role or closing that it is about. */
  readonly about: string;
  readonly detail: string;
}

export const finding = (check: string, about: string, detail: string): Finding => ({ check, about, detail });
