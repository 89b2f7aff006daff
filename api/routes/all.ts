import { adminAgencyRoutes } from './admin-agencies.js';
import { adminOperationRoutes } from './admin-operations.js';
import { adminResetRoutes } from './admin-resets.js';
import { adminUserRoutes } from './admin-users.js';
import { caseRoutes } from './cases.js';
import { commandRoutes } from './commands.js';
import { directoryRoutes } from './directory.js';
import { draftRoutes } from './drafts.js';
import { liveRoutes } from './live.js';
import { linkRoutes } from './links.js';
import { operationRoutes } from './operations.js';
import { passphraseRoutes } from './passphrase.js';
import { personRoutes } from './person.js';
import { procedureRoutes } from './procedures.js';
import { rehearsalRoutes } from './rehearsals.js';
import type { Route } from './route.js';
import { savedViewRoutes } from './saved-views.js';
import { searchRoutes } from './searches.js';
import { sessionRoutes } from './session.js';
import { statisticsRoutes } from './statistics.js';
import { taskRoutes } from './tasks.js';

/** Everything under the base path. */
export const apiRoutes: readonly Route[] = [
  ...sessionRoutes,
  ...caseRoutes,
  ...commandRoutes,
  ...personRoutes,
  ...taskRoutes,
  ...linkRoutes,
  ...directoryRoutes,
  ...procedureRoutes,
  ...statisticsRoutes,
  ...rehearsalRoutes,
  ...searchRoutes,
  ...draftRoutes,
  ...liveRoutes,
  ...passphraseRoutes,
  ...adminUserRoutes,
  ...adminResetRoutes,
  ...adminAgencyRoutes,
  ...adminOperationRoutes,
  ...savedViewRoutes,
];

/** Health, readiness, version: outside the base path. */
export const outsideRoutes: readonly Route[] = operationRoutes;
