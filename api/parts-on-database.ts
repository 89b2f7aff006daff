import packageFile from '../package.json';
import { caseId } from '../domain/ids.js';
import { fromEpochMs, type Instant } from '../domain/time/instant.js';
import type { CaseGateway } from './gateway/gateway-answer.js';
import { createBrake } from './brake.js';
import { createLiveChanges } from './live/live-changes.js';
import type { Parts } from './parts.js';
import type { DemoWorld } from './read/demo-titles.js';
import { accountReads } from './read/account-reads.js';
import { currentCalendar } from './read/calendar.js';
import { readCaseRecord } from './read/case-record.js';
import { caseReads } from './read/case-reads.js';
import { commandRecord } from './read/command-record.js';
import { dashboardReads } from './read/dashboard.js';
import { directoryReads } from './read/directory-reads.js';
import { escalationReads } from './read/escalation-reads.js';
import { statistics } from './read/statistics.js';
import { stepLoads } from './read/step-load.js';
import { linkReads } from './read/link-reads.js';
import { taskReads } from './read/task-reads.js';
import { adminAgencyReads } from './read/admin-agency-reads.js';
import { operationReads } from './read/operation-reads.js';
import { agencies } from './records/agencies.js';
import { userReads } from './read/user-reads.js';
import { accounts } from './records/accounts.js';
import { casePlaces } from './records/case-places.js';
import { drafts } from './records/drafts.js';
import { temporaryPassphrase } from './records/passphrase.js';
import { passphraseResets } from './records/passphrase-resets.js';
import { personSearch } from './records/person-search.js';
import { personRecords } from './records/person-records.js';
import { rehearsalClocks } from './records/rehearsal-clocks.js';
import { requestKeys } from './records/request-keys.js';
import { savedViews } from './records/saved-views.js';
import { sealedTexts } from './records/sealed-texts.js';
import { sessionAudit } from './records/session-audit.js';
import { taskLinks } from './records/task-links.js';
import type { Vault } from './records/vault.js';
import { createSignInDesk } from './sign-in-desk.js';

type ReadDatabase = Parameters<typeof caseReads>[0];

export interface PartSettings {
  readonly database: ReadDatabase;
  readonly vault: Vault;
  readonly gateway: CaseGateway;
  readonly now?: () => Instant;
  readonly demo?: DemoWorld | undefined;
  /** How often a live stream asks whether its reader may still listen. */
  readonly heartbeatMs?: number;
}

/** All parts on one database. */
export function partsOn({ database, vault, gateway, now, demo, ...live }: PartSettings): Parts {
  return {
    gateway,
    now: now ?? (() => fromEpochMs(Date.now())),
    calendar: () => currentCalendar(database),
    isRecordReachable: () => commandRecord(database).isReachable(),
    read: {
      accounts: accountReads(database),
      cases: caseReads(database),
      tasks: taskReads(database),
      escalations: escalationReads(database),
      dashboard: dashboardReads(database),
      stepLoads: stepLoads(database),
      statistics: statistics(database),
      directory: directoryReads(database),
      users: userReads(database),
      links: linkReads(database),
      agencies: adminAgencyReads(database),
      operations: operationReads(database),
    },
    records: {
      texts: sealedTexts(database, vault),
      persons: personRecords(database, vault),
      search: personSearch(database, vault),
      places: casePlaces(database),
      clocks: rehearsalClocks(database),
      requestKeys: requestKeys(database, vault),
      sessions: sessionAudit(database),
      drafts: drafts(database, vault),
      accounts: accounts(database),
      agencies: agencies(database),
      resets: passphraseResets(database),
      views: savedViews(database),
      links: taskLinks(database, vault),
    },
    signInDesk: createSignInDesk(),
    temporaryPassphrase,
    searchBrake: createBrake({ times: 60, seconds: 600 }),
    live: createLiveChanges({ whereabouts: (id) => readCaseRecord(database, caseId(id)), ...live }),
    version: packageFile.version,
    ...(demo === undefined ? {} : { demo }),
  };
}
