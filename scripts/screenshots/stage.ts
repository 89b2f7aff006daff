import { randomUUID } from 'node:crypto';
import { request, type APIRequestContext } from 'playwright-core';
import { z } from 'zod';
import { consentBody, toLawyers, toShelter, type DemoConsent } from '../../prisma/seed/demo/consents.js';
import { demoPassphrase } from '../../prisma/seed/demo-accounts.js';

/** A rehearsal of our own, on which can be acted: no work list and no figure holds it. */
export interface Stage {
  readonly caseId: string;
  readonly code: string;
  /** The first task of the case, held by the commune. */
  readonly taskId: string;
  readonly link: StageLink;
  /** A link that was withdrawn. */
  readonly gone: StageLink;
}

export interface StageLink {
  readonly id: string;
  readonly url: string;
  readonly code: string;
}

const Link = z.object({ id: z.string(), url: z.string(), code: z.string() });
const Case = z.object({
  id: z.string(),
  code: z.string(),
  version: z.number(),
  consents: z.array(z.object({ id: z.string(), purpose: z.string() })),
  tasks: z.array(z.object({ id: z.string(), stepId: z.string() })),
});

const rehearsal = {
  channel: 'self-report',
  receivedPlace: 'c:00070',
  urgent: true,
  rehearsal: true,
  facts: { sex: 'female', isMinor: false, nationalityClaimed: 'vietnamese', wantsLegalAid: true },
  person: { fullName: 'Người Mẫu', birthDate: '2004', phone: '0900000000', language: 'Tiếng Việt' },
};

/** One that stays in force, one that is withdrawn at once, one that ends with the day of receipt. */
const consents: readonly DemoConsent[] = [
  toLawyers,
  { ...toLawyers, purpose: 'criminal-report' },
  toShelter({ days: 0 }),
];

export async function setStage(url: string): Promise<Stage> {
  const session = await request.newContext({ baseURL: url, extraHTTPHeaders: { origin: url } });
  const username = 'coordinator';
  await post(session, '/session', { username, password: demoPassphrase });
  const now = Date.now();
  const report = {
    ...rehearsal,
    receivedAt: new Date(now).toISOString(),
    consents: consents.map((each) => consentBody(each, now, false)),
  };
  const { id, code, version, tasks, consents: given } = Case.parse(await post(session, '/cases', report));
  const consentId = given.find(({ purpose }) => purpose === 'criminal-report')?.id;
  await send(session, `/cases/${id}/commands`, {
    data: { type: 'withdraw-consent', consentId },
    headers: { 'if-match': `"${String(version)}"` },
  });
  const taskId = tasks.find(({ stepId }) => stepId === 'register-report')?.id ?? '';
  const gone = Link.parse(await post(session, `/tasks/${taskId}/links`, {}));
  await session.delete(`/api/v1/links/${gone.id}`);
  const link = Link.parse(await post(session, `/tasks/${taskId}/links`, {}));
  await session.dispose();
  return { caseId: id, code, taskId, link, gone };
}

const post = (session: APIRequestContext, path: string, data: object): Promise<unknown> =>
  send(session, path, { data });

async function send(
  session: APIRequestContext,
  path: string,
  { data, headers = {} }: { data: object; headers?: Record<string, string> },
): Promise<unknown> {
  const answer = await session.post(`/api/v1${path}`, {
    data,
    headers: { 'idempotency-key': randomUUID(), ...headers },
  });
  if (!answer.ok()) throw new Error(`${path}: ${String(answer.status())} ${await answer.text()}`);
  return answer.json();
}
