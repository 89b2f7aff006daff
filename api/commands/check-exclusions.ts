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
  /** Known once the case is open. */
  readonly coordinatingAgency?: string | undefined;
  /** The accounts that were excluded before. */
  readonly usersBefore?: readonly string[];
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
  const all = [...before, ...asked.flatMap(({ agencyId: agency }) => agency ?? [])];
  await checkAgencies(asked, before, receipt);
  await checkCoordinators(asked, all, receipt);
}

async function checkAgencies(
  asked: readonly Excluded[],
  before: readonly string[],
  receipt: Receipt,
): Promise<void> {
  const last = asked.findLast(({ agencyId: agency }) => agency !== undefined);
  if (last === undefined) return;
  const all = [...before, ...asked.flatMap(({ agencyId: agency }) => agency ?? [])];
  if ((await coordinatingAgencyOf(receipt, all)) !== undefined) return;
  if ((await coordinatingAgencyOf(receipt, before)) === undefined) return;
  throw fieldProblem({ pointer: `${last.where}/agencyId`, code: 'no-other-coordinator' });
}

/** Of the agency that coordinates the case somebody must be left who may. */
async function checkCoordinators(
  asked: readonly Excluded[],
  agencies: readonly string[],
  receipt: Receipt,
): Promise<void> {
  const { directory, coordinatingAgency, usersBefore = [] } = receipt;
  if (asked.every(({ userId }) => userId === undefined)) return;
  const agency = coordinatingAgency ?? (await coordinatingAgencyOf(receipt, agencies));
  const coordinators = agency === undefined ? [] : await directory.coordinatorsOf(agency);
  const last = asked.findLast(({ userId }) => userId !== undefined && coordinators.includes(userId));
  const excluded = [...usersBefore, ...asked.map(({ userId }) => userId)];
  if (last === undefined || coordinators.some((each) => !excluded.includes(each))) return;
  throw fieldProblem({ pointer: `${last.where}/userId`, code: 'only-coordinator' });
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

const coordinatingAgencyOf = (
  { directory, procedure, placeCode, on }: Receipt,
  excluded: readonly string[],
): Promise<string | undefined> =>
  directory.holder({
    role: procedure.coordinatingRole,
    placeCode,
    on,
    excluded: excluded.map(agencyId),
    avoid: [],
  });
