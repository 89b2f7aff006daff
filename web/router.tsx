import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { readCasesSearch, type CasesSearch } from './cases/cases-search.js';
import { eventKinds, type EventKind } from './history/event-kinds.js';
import { Home } from './shell/home.js';
import { NotFound } from './shell/not-found.js';
import { PageFailed } from './shell/page-failed.js';
import { Shell } from './shell/shell.js';
import { Starting } from './shell/waiting.js';
import { readOverdueSearch, type OverdueSearch } from './overdue/overdue-search.js';
import { readProcedureSearch, type ProcedureSearch } from './procedure/procedure-search.js';
import { MyWorkPage } from './work/my-work-page.js';
import { withAdminWords, withCaseWords } from './words/language.js';
import { readRegisterSearch, type RegisterSearch } from './register/register-search.js';
import { readWorkSearch, type WorkSearch } from './work/work-search.js';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: Home,
});

const work = createRoute({
  getParentRoute: () => root,
  path: '/work',
  validateSearch: (search): WorkSearch => readWorkSearch(search),
  component: MyWorkPage,
});

const cases = createRoute({
  getParentRoute: () => root,
  path: '/cases',
  validateSearch: (search): CasesSearch => readCasesSearch(search),
  component: lazyRouteComponent(() => import('./cases/cases-page.js'), 'CasesPage'),
});

const register = createRoute({
  getParentRoute: () => root,
  path: '/cases/register',
  validateSearch: (search): RegisterSearch => readRegisterSearch(search),
  component: lazyRouteComponent(() => withCaseWords(import('./register/register-page.js')), 'RegisterPage'),
});

const oneCase = createRoute({
  getParentRoute: () => root,
  path: '/cases/$caseId',
  component: lazyRouteComponent(() => withCaseWords(import('./case/case-page.js')), 'CasePage'),
});

const history = createRoute({
  getParentRoute: () => root,
  path: '/cases/$caseId/history',
  validateSearch: (search): { kind?: EventKind } => {
    const kind = eventKinds.find((each) => each === search['kind']);
    return kind === undefined ? {} : { kind };
  },
  component: lazyRouteComponent(() => withCaseWords(import('./history/history-page.js')), 'HistoryPage'),
});

const task = createRoute({
  getParentRoute: () => root,
  path: '/tasks/$taskId',
  component: lazyRouteComponent(() => import('./task/task-page.js'), 'TaskPage'),
});

const overdue = createRoute({
  getParentRoute: () => root,
  path: '/overdue',
  validateSearch: (search): OverdueSearch => readOverdueSearch(search),
  component: lazyRouteComponent(() => import('./overdue/overdue-page.js'), 'OverduePage'),
});

const procedures = createRoute({
  getParentRoute: () => root,
  path: '/procedures',
  component: lazyRouteComponent(
    () => withCaseWords(import('./procedure/procedures-page.js')),
    'ProceduresPage',
  ),
});

const admin = createRoute({
  getParentRoute: () => root,
  path: '/admin',
  beforeLoad: () => {
    redirect({ to: '/admin/users', throw: true });
  },
});

const readQ = ({ q }: Record<string, unknown>): { q?: string } =>
  typeof q === 'string' && q !== '' ? { q: q.slice(0, 80) } : {};

const users = createRoute({
  getParentRoute: () => root,
  path: '/admin/users',
  validateSearch: readQ,
  component: lazyRouteComponent(() => withAdminWords(import('./admin/users-page.js')), 'UsersPage'),
});

const agencies = createRoute({
  getParentRoute: () => root,
  path: '/admin/agencies',
  validateSearch: readQ,
  component: lazyRouteComponent(() => withAdminWords(import('./admin/agencies-page.js')), 'AgenciesPage'),
});

const agency = createRoute({
  getParentRoute: () => root,
  path: '/admin/agencies/$agencyId',
  component: lazyRouteComponent(() => withAdminWords(import('./admin/agency-page.js')), 'AgencyPage'),
});

const resets = createRoute({
  getParentRoute: () => root,
  path: '/admin/resets',
  component: lazyRouteComponent(() => withAdminWords(import('./admin/resets-page.js')), 'ResetsPage'),
});

const parkedCases = createRoute({
  getParentRoute: () => root,
  path: '/admin/parked-cases',
  component: lazyRouteComponent(
    () => withAdminWords(import('./admin/parked-cases-page.js')),
    'ParkedCasesPage',
  ),
});

const calendar = createRoute({
  getParentRoute: () => root,
  path: '/admin/calendar',
  component: lazyRouteComponent(() => withAdminWords(import('./admin/calendar-page.js')), 'CalendarPage'),
});

const procedure = createRoute({
  getParentRoute: () => root,
  path: '/procedures/$ref',
  validateSearch: (search): ProcedureSearch => readProcedureSearch(search),
  component: lazyRouteComponent(
    () => withCaseWords(import('./procedure/procedure-page.js')),
    'ProcedurePage',
  ),
});

const rehearsal = createRoute({
  getParentRoute: () => root,
  path: '/rehearsal',
  component: lazyRouteComponent(
    () => withCaseWords(import('./rehearsal/rehearsal-page.js')),
    'RehearsalPage',
  ),
});

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    work,
    cases,
    register,
    oneCase,
    history,
    task,
    overdue,
    procedures,
    procedure,
    rehearsal,
    admin,
    users,
    agencies,
    agency,
    resets,
    parkedCases,
    calendar,
  ]),
  defaultPreload: 'intent',
  defaultPendingComponent: Starting,
  defaultErrorComponent: PageFailed,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
