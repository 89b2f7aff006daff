import type { Viewer } from '../../domain/access/viewer.js';
import { agencyId } from '../../domain/ids.js';
import type { Procedure } from '../../domain/procedure/procedure.js';
import type { PlainDate } from '../../domain/time/plain-date.js';
import { fieldProblem, type Finding } from '../problem.js';
import type { DirectoryReads } from '../read/directory-reads.js';

interface Excluded {
  readonly agencyId?: string | undefined;
  readonly userId?: string | undefined;
  /** Pointer of the exclusion in the request. */
  readonly where: string;
}

/** What the directory must be asked with: as of which day, and for which commune of receipt. */
interface Receipt {
  readonly directory: DirectoryReads;
  readonly procedure: Procedure;
  readonly placeCode: string | undefined;
  readonly on: PlainDate;
}

/** Who is excluded must exist, and somebody who is not must be there to coordinate the case. */
export async function checkExclusions(
  asked: readonly Excluded[],
  before: readonly string[],
  receipt: Receipt,
): Promise<void> {
  const found = await Promise.all(asked.map((each) => unknownIn(each, receipt.directory)));
  if (found.flat().length > 0) throw fieldProblem(...found.flat());
  const agencies = asked.flatMap((each) => (each.agencyId === undefined ? [] : [each]));
  const last = agencies.at(-1);
  if (last === undefined) return;
  const all = [...before, ...agencies.map((each) => each.agencyId ?? '')];
  if ((await hasCoordinator(receipt, all)) || !(await hasCoordinator(receipt, before))) return;
  throw fieldProblem({ pointer: `${last.where}/agencyId`, code: 'no-other-coordinator' });
}

/** Whoever registers a case answers for it: they cannot shut themselves out of it. */
export function checkNotOneself(asked: readonly Excluded[], viewer: Viewer): void {
  const findings = asked.flatMap(({ agencyId: agency, userId, where }): Finding[] => [
    ...(agency !== undefined && agency === viewer.agencyId
      ? [{ pointer: `${where}/agencyId`, code: 'own-agency' } as const]
      : []),
    ...(userId === viewer.userId ? [{ pointer: `${where}/userId`, code: 'own-agency' } as const] : []),
  ]);
  if (findings.length > 0) throw fieldProblem(...findings);
}

async function unknownIn(
  { agencyId: agency, userId, where }: Excluded,
  directory: DirectoryReads,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  if (agency !== undefined && !(await directory.hasAgency(agency)))
    findings.push({ pointer: `${where}/agencyId`, code: 'agency-unknown' });
  if (userId !== undefined && !(await directory.hasAccount(userId)))
    findings.push({ pointer: `${where}/userId`, code: 'account-unknown' });
  return findings;
}

const hasCoordinator = (
  { directory, procedure, placeCode, on }: Receipt,
  excluded: readonly string[],
): Promise<boolean> =>
  directory.hasHolder({
    role: procedure.coordinatingRole,
    placeCode,
    on,
    excluded: excluded.map(agencyId),
    avoid: [],
  });
