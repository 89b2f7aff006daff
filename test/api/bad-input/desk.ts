import type { Agent, Response } from 'supertest';
import type { CaseView } from '../../../api/contract/case.js';
import { ProblemDocument } from '../../../api/contract/problem.js';
import { said, aReport, apiWorld, base, change, command, type ApiWorld } from '../api-world.js';

/** Three accounts of a running system, and what they do when nothing is wrong. */
export class Desk {
  readonly commune: Agent;
  readonly coordinator: Agent;
  readonly police: Agent;

  private constructor(
    readonly api: ApiWorld,
    { commune, coordinator, police }: Record<'commune' | 'coordinator' | 'police', Agent>,
  ) {
    this.commune = commune;
    this.coordinator = coordinator;
    this.police = police;
  }

  static async open(): Promise<Desk> {
    const api = await apiWorld();
    return new Desk(api, {
      commune: await api.as('commune'),
      coordinator: await api.as('coordinator'),
      police: await api.as('police'),
    });
  }

  async opened(more: Record<string, unknown> = {}): Promise<CaseView> {
    const answer = await change(this.commune, '/cases', aReport(more));
    expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
    return answer.body as CaseView;
  }

  /** The commune wrote the report down: an adult. */
  async registered(view: CaseView, more: Record<string, unknown> = {}): Promise<CaseView> {
    const fields = { isMinor: false, ...more };
    const answer = await command(this.commune, await seen(this.commune, view.id), {
      type: 'complete-task',
      taskId: taskOf(view, 'register-report'),
      outcome: 'registered',
      fields,
    });
    expect([answer.status, said(answer).errors]).toEqual([200, undefined]);
    return said(answer).case as CaseView;
  }

  /** The commune told the health authority. */
  async notified(view: CaseView): Promise<CaseView> {
    const now = await seen(this.commune, view.id);
    const answer = await command(this.commune, now, {
      type: 'complete-task',
      taskId: taskOf(now, 'notify-authority'),
      outcome: 'notified',
      fields: {},
    });
    expect(answer.status).toBe(200);
    return seen(this.coordinator, view.id);
  }

  /** A clear problem document, no 5xx, nothing half-written. */
  readonly refused = async (
    send: () => Promise<Response>,
    status: number,
    code: string,
  ): Promise<ProblemDocument> => {
    const before = await this.written();
    const answer = await send();
    expect([answer.status, said(answer).code, said(answer).errors]).toEqual([
      status,
      code,
      expect.anything(),
    ]);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    const document = ProblemDocument.parse(answer.body);
    expect(document.detail.length).toBeGreaterThan(20);
    // Codes are for programs; the sentence has their names.
    expect((document.allowed ?? []).filter((each) => document.detail.split(/[ ,.]+/).includes(each))).toEqual(
      [],
    );
    expect(await this.written()).toEqual(before);
    return document;
  };

  /** Everything that a request could have written. */
  async written(): Promise<Record<string, number>> {
    const { database } = this.api;
    return {
      cases: await database.caseRow.count(),
      events: await database.caseEvent.count(),
      texts: await database.sealedText.count(),
      persons: await database.personField.count(),
      places: await database.casePlace.count(),
      commands: await database.command.count(),
    };
  }
}

export const seen = async (agent: Agent, id: string): Promise<CaseView> =>
  (await agent.get(`${base}/cases/${id}`)).body as CaseView;

export const taskOf = (view: CaseView, stepId: string): string => {
  const task = view.tasks.find((each) => each.stepId === stepId && each.completedAt === undefined);
  if (task === undefined)
    throw new Error(`${stepId} is not among ${view.tasks.map((each) => each.stepId).join()}`);
  return task.id;
};

/** Where the document points, and with which code. */
export const at = (document: ProblemDocument): string[] =>
  document.errors.map((each) => `${each.pointer} ${each.code}`);
