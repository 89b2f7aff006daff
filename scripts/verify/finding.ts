/** What does not hold, of which case. Ids, codes and counts only. */
export interface Finding {
  readonly invariant: 'I1' | 'I3' | 'I4' | 'I5' | 'I6' | 'I7' | 'I8';
  readonly caseId: string;
  readonly what: string;
}
