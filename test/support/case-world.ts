import { randomUUID } from 'node:crypto';
import { createActivities } from '../../activities/index.js';
import type { CaseActivities } from '../../activities/case-activities.js';
import { createCaseGateway } from '../../api/gateway/case-gateway.js';
import type { CaseGateway, GatewayAnswer } from '../../api/gateway/gateway-answer.js';
import { commandRecord } from '../../api/read/command-record.js';
import type { CaseState, Fields, Task } from '../../domain/case/case-state.js';
import type { CaseCommand, CommandData, CommandType } from '../../domain/case/commands.js';
import type { Actor } from '../../domain/case/events.js';
import {
  agencyId,
  caseId,
  commandId,
  derivedUuid,
  userId,
  type AgencyId,
  type CaseId,
} from '../../domain/ids.js';
import { parseInstant } from '../../domain/time/instant.js';
import type { PlaceKind, ProcedureRef } from '../../domain/procedure/procedure.js';
import { seedReference } from '../../prisma/seed/reference.js';
import { caseWorkflowId, getCase } from '../../workflows/contract.js';
import { seededDatabase, type TestDatabase } from './database.js';
import { testTemporal, type TestTemporal, type TestWorker } from './temporal.js';
import { until } from './until.js';

/** Cases on the real engine and the real tables, spoken to in the words of the rules. */
export interface CaseWorld {
  readonly temporal: TestTemporal;
  readonly test: TestDatabase;
  readonly gateway: CaseGateway;
  readonly activities: CaseActivities;
  startWorker(activities?: CaseActivities): Promise<TestWorker>;
  stop(): Promise<void>;
}

/** The commune where the cases of tests are received: Phường Hoàn Kiếm, Hà Nội. */
export const hoanKiem = 'c:00070';

export async function caseWorld(): Promise<CaseWorld> {
  return caseWorldOf(await seededDatabase('reference', seedReference), await testTemporal());
}

/** Four times as long as in service: on a loaded machine a command is late, and that is not what tests ask about. */
export const patientDeadlineMs = 40_000;

/** The same on a database and an engine that the test itself looks after. */
export function caseWorldOf(
  test: TestDatabase,
  temporal: TestTemporal,
  deadlineMs: number = patientDeadlineMs,
): CaseWorld {
  const activities = createActivities({ database: test.database });
  const record = commandRecord(test.database);
  const { client, taskQueue } = temporal;
  const gateway = createCaseGateway({ client, record, taskQueue, deadlineMs });
  return {
    temporal,
    test,
    gateway,
    activities,
    startWorker: (own = activities) => temporal.startWorker({ activities: { ...own } }),
    async stop() {
      await temporal.stop();
      await test.drop();
    },
  };
}

export interface Opening {
  readonly procedure?: ProcedureRef;
  readonly receivedAt?: string;
  readonly facts?: CommandData['open-case']['facts'];
  readonly rehearsal?: boolean;
  /** Code of the commune that received the report. */
  readonly place?: string;
}

interface Answered extends Pick<CaseCommand, 'occurredAt'> {
  readonly stepId: string;
  readonly outcome: string;
  readonly fields?: Fields;
}

/** One case of a test: what a coordinator and the agencies do with it. */
export class TestCase {
  constructor(
    private readonly world: CaseWorld,
    readonly id: CaseId = caseId(randomUUID()),
  ) {}

  async open({
    procedure = 'vn-2025@1',
    receivedAt,
    facts = [],
    rehearsal = false,
    place = hoanKiem,
  }: Opening = {}): Promise<GatewayAnswer> {
    const revision = await this.place('reception', place);
    const at = parseInstant(receivedAt ?? new Date().toISOString());
    if (at === undefined) throw new Error('not an instant');
    return this.send('open-case', {
      procedure,
      channel: 'self-report',
      receivedAt: at,
      urgent: false,
      rehearsal,
      places: { reception: revision },
      facts,
      exclusions: [],
    });
  }

  /** Says where, as the API does before the command that names the revision. */
  async place(kind: PlaceKind, placeCode: string = hoanKiem): Promise<string> {
    const revision = randomUUID();
    await this.world.test.database.casePlace.create({ data: { revision, caseId: this.id, kind, placeCode } });
    return revision;
  }

  /** Sends one command; as the coordinator of the case unless another actor is named. */
  async send<Type extends CommandType>(
    type: Type,
    data: CommandData[Type],
    more: Partial<CaseCommand> = {},
  ): Promise<GatewayAnswer> {
    const actor = more.actor ?? (await this.coordinator());
    const command = {
      id: commandId(randomUUID()),
      caseId: this.id,
      type,
      data,
      actor,
      ...more,
    } as CaseCommand;
    return this.world.gateway.submit(command);
  }

  /** Completes the open task of a step as the agency that holds it. */
  complete(stepId: string, outcome: string, fields: Fields = {}): Promise<GatewayAnswer> {
    return this.answer({ stepId, outcome, fields });
  }

  /** The same, also afterwards. */
  async answer({ stepId, outcome, fields = {}, ...when }: Answered): Promise<GatewayAnswer> {
    const task = await this.openTask(stepId);
    const actor = officerOf(task.agencyId);
    return this.send('complete-task', { taskId: task.id, outcome, fields }, { actor, ...when });
  }

  async openTask(stepId: string): Promise<Task> {
    const state = await this.state();
    const task = Object.values(state.tasks).find(
      (each) => each.stepId === stepId && ['offered', 'accepted', 'misdirected'].includes(each.status),
    );
    if (task === undefined) throw new Error(`${stepId} is not open; open are ${openSteps(state).join(', ')}`);
    return task;
  }

  /** The state as the record has it. */
  async state(): Promise<CaseState> {
    const { state } = await this.world.activities.loadCase({ caseId: this.id });
    if (state === null) throw new Error('the case is not in the record');
    return state;
  }

  /** What time has brought about on its tasks, by the instant at which it was due. */
  async rungs(): Promise<readonly string[]> {
    const rows = await this.world.test.database.rungReached.findMany({
      where: { caseId: this.id },
      orderBy: [{ dueAt: 'asc' }, { rungId: 'asc' }],
    });
    return rows.map(({ rungId }) => rungId);
  }

  untilRungs(count: number): Promise<void> {
    return until(`${String(count)} rungs reached`, async () => (await this.rungs()).length >= count);
  }

  /** The state as the running workflow has it; waits until a fresh run has read the record. */
  async look(): Promise<CaseState | null> {
    for (;;) {
      const look = await this.handle().query(getCase);
      if (look.loaded) return look.state;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  handle() {
    return this.world.temporal.client.workflow.getHandle(caseWorkflowId(this.id));
  }

  async coordinator(): Promise<Actor> {
    const row = await this.world.test.database.caseRow.findUnique({ where: { id: this.id } });
    const agency = row?.coordinatingAgencyId ?? null;
    return {
      kind: 'user',
      userId: userId(derivedUuid('test coordinator')),
      agencyId: agency === null ? null : agencyId(agency),
      roles: ['coordinator'],
    };
  }
}

export const officerOf = (agency: AgencyId | null): Actor => ({
  kind: 'user',
  userId: userId(derivedUuid(`test officer ${agency ?? 'of none'}`)),
  agencyId: agency,
  roles: ['officer', 'coordinator'],
});

export const openSteps = (state: CaseState): readonly string[] =>
  Object.values(state.tasks)
    .filter(({ status }) => ['offered', 'accepted', 'misdirected'].includes(status))
    .map(({ stepId }) => stepId);

/** The refusal's code, or `accepted`, or `not-known-yet`. */
export const verdict = (answer: GatewayAnswer): string =>
  answer.kind === 'refused' ? answer.refusal.refused : answer.kind;
