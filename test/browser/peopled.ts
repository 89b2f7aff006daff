import { setStage, type Stage } from '../../scripts/screenshots/stage.js';
import { base, command, said } from '../api/api-world.js';
import { parkedCase } from '../api/parked-case.js';
import type { BrowserWorld } from './browser.js';
import { others } from './prepared-case.js';

/** Fills the world with cases so that every screen has something to show, and sets the stage. */
export async function peopled({ address, api }: BrowserWorld): Promise<Stage> {
  const before = others(address);
  const adult = { sex: 'female', isMinor: false, nationalityClaimed: 'vietnamese' } as const;
  const late = await before.until('register-report', { daysAgo: 12 });
  await before.until('police-verification', { daysAgo: 3, urgent: true });
  await before.until('initial-verification');
  await before.until('shelter-stay', { facts: { ...adult, wantsShelter: true } });
  const ended = await before.until('close-case', { answers: { 'register-report': 'not-proceeding' } });
  await act(api, ended.caseId, {
    type: 'close-case',
    outcome: 'withdrawn',
    ground: { code: 'person-asked' },
  });
  // What was recorded late is reported to superiors once somebody asks for it.
  await act(api, late.caseId, { type: 'nudge', taskId: late.task.id });
  await parkedCase(api);
  return setStage(address);
}

async function act(api: BrowserWorld['api'], id: string, body: object): Promise<void> {
  const coordinator = await api.as('coordinator');
  const { version } = said(await coordinator.get(`${base}/cases/${id}`));
  expect((await command(coordinator, { id, version }, body)).status).toBe(200);
}
