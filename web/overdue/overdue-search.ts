export interface OverdueSearch {
  readonly level?: 1 | 2 | 3;
  readonly acknowledged?: true;
  readonly agency?: string;
}

const levels = [1, 2, 3] as const;

export function readOverdueSearch(search: Record<string, unknown>): OverdueSearch {
  const level = levels.find((each) => each === search['level']);
  const agency = search['agency'];
  return {
    ...(level === undefined ? {} : { level }),
    ...(search['acknowledged'] === true ? { acknowledged: true } : {}),
    ...(typeof agency === 'string' ? { agency } : {}),
  };
}
