import type { Instant } from '../domain/time/instant.js';
import type { WorkingCalendar } from '../domain/time/working-calendar.js';
import type { CaseGateway } from './gateway/gateway-answer.js';
import type { Brake } from './brake.js';
import type { LiveChanges } from './live/live-changes.js';
import type { AdminAgencyReads } from './read/admin-agency-reads.js';
import type { OperationReads } from './read/operation-reads.js';
import type { Agencies } from './records/agencies.js';
import type { AccountReads } from './read/account-reads.js';
import type { CaseReads } from './read/case-reads.js';
import type { DashboardReads } from './read/dashboard.js';
import type { DemoWorld } from './read/demo-titles.js';
import type { DirectoryReads } from './read/directory-reads.js';
import type { EscalationReads } from './read/escalation-reads.js';
import type { Statistics } from './read/statistics.js';
import type { StepLoads } from './read/step-load.js';
import type { LinkReads } from './read/link-reads.js';
import type { TaskReads } from './read/task-reads.js';
import type { UserReads } from './read/user-reads.js';
import type { Accounts } from './records/accounts.js';
import type { CasePlaces } from './records/case-places.js';
import type { Drafts } from './records/drafts.js';
import type { PassphraseResets } from './records/passphrase-resets.js';
import type { PersonSearches } from './records/person-search.js';
import type { PersonRecords } from './records/person-records.js';
import type { RehearsalClocks } from './records/rehearsal-clocks.js';
import type { RequestKeys } from './records/request-keys.js';
import type { SavedViews } from './records/saved-views.js';
import type { SealedTexts } from './records/sealed-texts.js';
import type { SessionAudit } from './records/session-audit.js';
import type { TaskLinks } from './records/task-links.js';
import type { SignInDesk } from './sign-in-desk.js';

/** What the routes work with; put together in `api/parts-on-database.ts`. */
export interface Parts {
  readonly gateway: CaseGateway;
  readonly now: () => Instant;
  readonly calendar: () => Promise<WorkingCalendar>;
  readonly isRecordReachable: () => Promise<boolean>;
  readonly read: {
    readonly accounts: AccountReads;
    readonly cases: CaseReads;
    readonly tasks: TaskReads;
    readonly escalations: EscalationReads;
    readonly dashboard: DashboardReads;
    readonly stepLoads: StepLoads;
    readonly statistics: Statistics;
    readonly directory: DirectoryReads;
    readonly users: UserReads;
    readonly links: LinkReads;
    readonly agencies: AdminAgencyReads;
    readonly operations: OperationReads;
  };
  readonly records: {
    readonly texts: SealedTexts;
    readonly persons: PersonRecords;
    readonly search: PersonSearches;
    readonly places: CasePlaces;
    readonly clocks: RehearsalClocks;
    readonly requestKeys: RequestKeys;
    readonly sessions: SessionAudit;
    readonly drafts: Drafts;
    readonly accounts: Accounts;
    readonly agencies: Agencies;
    readonly resets: PassphraseResets;
    readonly views: SavedViews;
    readonly links: TaskLinks;
  };
  readonly signInDesk: SignInDesk;
  readonly live: LiveChanges;
  readonly searchBrake: Brake;
  readonly temporaryPassphrase: () => string;
  /** The demo accounts and their passphrase, while demo mode is on. */
  readonly demo?: DemoWorld;
  readonly version: string;
}
