import type { Viewer } from '../../domain/access/viewer.js';
import { procedureOf } from '../../domain/procedure/catalogue.js';
import type { Instant } from '../../domain/time/instant.js';
import { dateOf } from '../../domain/time/plain-date.js';
import type { RegisterCase } from '../contract/case.js';
import { fieldProblem, pointer } from '../problem.js';
import type { DirectoryReads } from '../read/directory-reads.js';
import { checkOpeningDays } from './check-days.js';
import { checkConsents } from './check-consents.js';
import { checkExclusions, checkNotOneself } from './check-exclusions.js';
import { checkPlaces } from './directory-checks.js';
import type { PreparedCommand } from './submit.js';

interface Desk {
  readonly viewer: Viewer;
  readonly now: Instant;
  readonly directory: DirectoryReads;
}

/** What only the directory can tell of a registration, before anything is stored or sent on. */
export async function checkRegistration(
  body: RegisterCase,
  { command, sealer, person }: PreparedCommand,
  { viewer, now, directory }: Desk,
): Promise<void> {
  // There are no groups yet.
  if (body.groupId !== undefined) throw fieldProblem({ pointer: '/groupId', code: 'group-unknown' });
  await checkPlaces(sealer.places, dateOf(body.receivedAt), directory);
  if (command.type !== 'open-case') throw new Error('a registration opens a case');
  checkOpeningDays({ data: command.data, person }, dateOf(now));
  const exclusions = (body.exclusions ?? []).map((each, index) => ({
    ...each,
    where: pointer('exclusions', index),
  }));
  const told = (body.consents ?? []).map((consent, index) => ({
    consent,
    where: pointer('consents', index),
  }));
  await checkConsents(told, { directory, givenOn: dateOf(body.receivedAt), besides: undefined });
  checkNotOneself(exclusions, viewer);
  await checkExclusions(exclusions, [], {
    directory,
    procedure: procedureOf(command.data.procedure),
    placeCode: body.receivedPlace,
    on: dateOf(now),
  });
}
