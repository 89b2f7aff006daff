import { isDisputed, type Task } from '../../domain/case/case-state.js';
import { procedureOf } from '../../domain/procedure/catalogue.js';
import { roleOn } from '../../domain/procedure/succession.js';
import { dateOf, type PlainDate } from '../../domain/time/plain-date.js';
import type { CommandBody, CommandBodyOf } from '../contract/command.js';
import { checkConsents } from './check-consents.js';
import { checkExclusions } from './check-exclusions.js';
import { SealedValue } from '../contract/text.js';
import { fieldProblem, pointer, Problem, type Finding } from '../problem.js';
import type { DirectoryReads } from '../read/directory-reads.js';
import { shownAgency } from '../read/names.js';
import type { Sight } from '../read/sight.js';
import { placeOfStep } from '../read/task-place.js';
import { caseNow } from '../read/task-view.js';
import type { Sealer } from './sealer.js';

/** What only the directory can tell of a request: do its places, agencies and officers exist on that day? */
export async function checkPlaces(
  places: Sealer['places'],
  on: PlainDate,
  directory: DirectoryReads,
): Promise<void> {
  const findings = await Promise.all(
    places.map(async ({ pointer: where, kind, placeCode }): Promise<readonly Finding[]> => {
      const standing = await directory.placeStanding(placeCode, on);
      if (standing === 'in-force') {
        const fits = !namesCommune(kind) || (await directory.isCommune(placeCode));
        return fits ? [] : [{ pointer: where, code: 'place-commune' }];
      }
      return [{ pointer: where, code: standing === 'unknown' ? 'place-unknown' : 'place-abolished' }];
    }),
  );
  throwAny(findings.flat());
}

/** Where a report is received, somebody was freed or lives: always in a commune, whose bodies act there. */
const namesCommune = (kind: string): boolean =>
  kind === 'reception' || kind === 'rescue' || kind === 'residence';

export async function checkCommand(
  body: CommandBody,
  sight: Sight,
  directory: DirectoryReads,
): Promise<void> {
  const on = dateOf(caseNow(sight.now, sight.record.clockOffsetMs));
  const found = await Promise.all([
    ...agenciesIn(body, sight).map(async ({ where, id, role }): Promise<readonly Finding[]> => {
      const fits = await directory.hasAgency(id, role === undefined ? undefined : roleOn(role, on));
      return fits ? [] : [{ pointer: where, code: 'agency-unknown' }];
    }),
    officerFindings(body, sight, directory),
  ]);
  throwAny([...found.flat(), ...onBehalfFindings(body, sight)]);
  await checkNewHolder(body, sight, { directory, on });
  if (body.type === 'record-consent') await checkConsent(body, sight, { directory, on });
  if (body.type === 'exclude') await checkExcluded(body, sight, { directory, on });
}

interface DirectoryOn {
  readonly directory: DirectoryReads;
  readonly on: PlainDate;
}

const checkExcluded = (
  { agencyId, userId }: CommandBodyOf<'exclude'>,
  { state, record }: Sight,
  { directory, on }: DirectoryOn,
): Promise<void> =>
  checkExclusions(
    [{ agencyId, userId, where: '' }],
    state.exclusions.flatMap((each) => ('agencyId' in each ? [each.agencyId] : [])),
    {
      directory,
      procedure: procedureOf(state.procedure),
      placeCode: record.receivedPlace?.code,
      on,
      coordinatingAgency: state.coordinatingAgencyId,
      usersBefore: state.exclusions.flatMap((each) => ('userId' in each ? [each.userId] : [])),
    },
  );

const checkConsent = (
  body: CommandBodyOf<'record-consent'>,
  { state, relations, viewer }: Sight,
  { directory, on }: DirectoryOn,
): Promise<void> =>
  checkConsents([{ consent: body, where: '' }], {
    directory,
    givenOn: state.rehearsal ? undefined : body.occurredAt === undefined ? on : dateOf(body.occurredAt),
    besides: relations.includes('coordinator') ? undefined : viewer.agencyId,
  });

/** A duty goes only to a body that has the role which the law names for it, on the day on which it is handed over. */
async function checkNewHolder(
  body: CommandBody,
  sight: Sight,
  { directory, on }: DirectoryOn,
): Promise<void> {
  const task = body.type === 'reassign-task' ? sight.state.tasks[body.taskId] : undefined;
  if (body.type !== 'reassign-task' || task === undefined) return;
  const role = roleOn(task.role, on);
  if (await directory.holdsRole(body.agencyId, role, on))
    return checkNewArea({ task, agencyId: body.agencyId }, sight, { directory, on });
  throw new Problem('agency-not-eligible', {
    findings: [{ pointer: '/agencyId', code: 'agency-role' }],
    allowed: [role],
  });
}

interface Handing {
  readonly task: Task;
  readonly agencyId: string;
}

/**
 * And only to one whose area holds the place that the step asks for, as when the task was opened: unless the procedure
 * lets the provider be chosen, nobody is competent there, or a superior decides between agencies that disagree.
 */
async function checkNewArea(
  { task, agencyId }: Handing,
  sight: Sight,
  { directory, on }: DirectoryOn,
): Promise<void> {
  const { state } = sight;
  const step = procedureOf(state.procedure).steps[task.stepId];
  const revision = placeOfStep(state, task.stepId);
  const isChosen = step?.agencyFrom?.some((source) => source !== 'registrar') === true;
  if (isChosen || isDisputed(task) || revision === undefined) return;
  const { place, agencies } = await directory.competentFor(revision, { role: task.role, on });
  const isExcluded = (id: string) =>
    state.exclusions.some((each) => 'agencyId' in each && each.agencyId === id);
  const able = agencies.filter(({ id }) => !isExcluded(id));
  if (able.length === 0 || agencies.some(({ id }) => id === agencyId)) return;
  const names = able.map((agency) => shownAgency(agency, sight).name).join('; ');
  throw new Problem('agency-not-eligible', {
    findings: [
      { pointer: '/agencyId', code: 'agency-area', values: { place: place ?? '', agencies: names } },
    ],
    allowed: able.map(({ id }) => id),
  });
}

interface NamedInBody {
  readonly where: string;
  readonly id: string;
  readonly role?: string | undefined;
}

function agenciesIn(body: CommandBody, sight: Sight): readonly NamedInBody[] {
  const found: NamedInBody[] = [];
  if ('agencyId' in body && body.agencyId !== undefined)
    found.push({ where: '/agencyId', id: body.agencyId });
  if ('suggestedAgencyId' in body && body.suggestedAgencyId !== undefined) {
    found.push({ where: '/suggestedAgencyId', id: body.suggestedAgencyId });
  }
  if (body.type !== 'complete-task' && body.type !== 'correct-outcome') return found;
  const task = sight.state.tasks[body.taskId];
  const step = task === undefined ? undefined : procedureOf(sight.state.procedure).steps[task.stepId];
  for (const field of step?.outcomes[body.outcome]?.form ?? []) {
    const answer = body.fields[field.id];
    if (field.type === 'agency' && answer instanceof SealedValue) {
      found.push({ where: pointer('fields', field.id), id: answer.reveal(), role: field.agencyRole });
    }
  }
  return found;
}

async function officerFindings(
  body: CommandBody,
  { state }: Sight,
  directory: DirectoryReads,
): Promise<readonly Finding[]> {
  if (body.type !== 'assign-officer') return [];
  const holder = state.tasks[body.taskId]?.agencyId ?? null;
  const isOfficer = holder !== null && (await directory.hasOfficer(body.userId, holder));
  return isOfficer ? [] : [{ pointer: '/userId', code: 'user-unknown' }];
}

/** A letter or call is recorded with its own time, for the agency that holds the task. */
function onBehalfFindings(body: CommandBody, { state }: Sight): readonly Finding[] {
  const { onBehalfOf, occurredAt } = body;
  if (onBehalfOf === undefined) return [];
  const found: Finding[] = [];
  if (occurredAt === undefined) found.push({ pointer: '/occurredAt', code: 'on-behalf-of' });
  const holder =
    'taskId' in body && body.taskId !== undefined ? state.tasks[body.taskId]?.agencyId : undefined;
  if (holder !== undefined && holder !== onBehalfOf.agencyId) {
    found.push({ pointer: '/onBehalfOf/agencyId', code: 'not-the-holder' });
  }
  return found;
}

function throwAny(findings: readonly Finding[]): void {
  if (findings.length > 0) throw fieldProblem(...findings);
}
