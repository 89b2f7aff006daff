import type { LiveChange } from '../../api/contract/live.js';

interface Shown {
  readonly queryKey: readonly unknown[];
  readonly state: { readonly data?: unknown };
}

/** Lists in which any case may come, go or change its place. */
const lists = ['/cases', '/tasks', '/escalations'];

/** What these screens know for good, or what no case changes. */
const lasting = ['me', 'calendar', 'provinces', 'procedures', 'places', 'agencies', 'demo-accounts', 'views'];

export const mayChange = ({ queryKey }: Pick<Shown, 'queryKey'>): boolean =>
  !lasting.some((each) => each === queryKey[0]);

/** Is what is shown out of date once these cases have these versions? */
export function isTouched({ queryKey, state }: Shown, changes: readonly LiveChange[]): boolean {
  const [kind, of] = queryKey;
  if (kind === 'dashboard') return true;
  if (kind === 'list' && lists.some((path) => path === of)) return true;
  return changes.some(({ caseId, version }) => {
    if (kind === 'case') return of === caseId && numberIn(state.data, 'version') < version;
    if (kind === 'task')
      return numberIn(state.data, 'caseVersion') < version && subjectIn(state.data) === caseId;
    return kind === 'list' && typeof of === 'string' && of.startsWith(`/cases/${caseId}/`);
  });
}

const fieldIn = (data: unknown, name: string): unknown =>
  typeof data === 'object' && data !== null ? Reflect.get(data, name) : undefined;

function numberIn(data: unknown, name: string): number {
  const value = fieldIn(data, name);
  return typeof value === 'number' ? value : 0;
}

const subjectIn = (data: unknown): unknown => fieldIn(fieldIn(data, 'subject'), 'id');
