export interface RegisterSearch {
  readonly step?: number;
  /** The procedure of a rehearsal that is begun. */
  readonly rehearse?: string;
}

export function readRegisterSearch({ step, rehearse }: Record<string, unknown>): RegisterSearch {
  return {
    ...(typeof step === 'number' && step >= 1 && step <= 5 ? { step } : {}),
    ...(typeof rehearse === 'string' ? { rehearse } : {}),
  };
}
