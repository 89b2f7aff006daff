import { browserWorld, type BrowserWorld } from './browser.js';
import { onScreen } from './on-screen.js';
import { others } from './prepared-case.js';

let world: BrowserWorld;
beforeAll(async () => {
  world = await browserWorld();
}, 300_000);
afterAll(() => world.stop());

/** In this browser nothing asks by itself after a while: what is there without being asked for, was told. */
const neverAsks = `(() => {
  const longMs = 15_000;
  for (const name of ['setTimeout', 'setInterval']) {
    const own = window[name].bind(window);
    window[name] = (call, ms, ...more) => (ms >= longMs ? 0 : own(call, ms, ...more));
  }
})()`;

test('what a commune hands over appears on the open list of the coordinator, who touches nothing', async () => {
  const { task, code } = await others(world.address).until('notify-authority');
  const coordinator = await world.signedIn('coordinator');
  await coordinator.addInitScript(neverAsks);
  const told = coordinator.waitForResponse((answer) => answer.url().endsWith('/api/v1/events'));
  await coordinator.reload();
  expect((await told).status()).toBe(200);
  await onScreen(coordinator).heading('Việc của tôi').waitFor();
  await coordinator.waitForLoadState('networkidle');
  const row = coordinator.getByRole('row').filter({ hasText: code });
  expect(await row.count()).toBe(0);
  let loads = 0;
  coordinator.on('framenavigated', () => loads++);

  const commune = await world.signedIn('commune');
  await commune.goto(`${world.address}/tasks/${task.id}`);
  await onScreen(commune).complete();

  await row.filter({ hasText: 'Xác minh thông tin ban đầu' }).waitFor();
  expect(loads).toBe(0);
});
