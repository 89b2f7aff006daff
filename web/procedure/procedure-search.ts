/** What is told beside the procedure itself: nothing, where a case stands, or how many cases sit where. */
export const procedureLooks = ['plain', 'case', 'load'] as const;
export type ProcedureLook = (typeof procedureLooks)[number];

export interface ProcedureSearch {
  readonly case?: string;
  readonly look?: ProcedureLook;
}

export function readProcedureSearch(search: Readonly<Record<string, unknown>>): ProcedureSearch {
  const look = procedureLooks.find((each) => each === search['look']);
  return {
    ...(typeof search['case'] === 'string' ? { case: search['case'] } : {}),
    ...(look === undefined ? {} : { look }),
  };
}

/** What was asked for, as far as it can be shown: a case's place needs a case. */
export function lookOf({ case: caseId, look }: ProcedureSearch): ProcedureLook {
  if (look === 'load' || look === 'plain') return look;
  return caseId === undefined ? 'plain' : 'case';
}
