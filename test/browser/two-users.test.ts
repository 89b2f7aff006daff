import { browserWorld, type BrowserWorld } from './browser.js';
import { onScreen } from './on-screen.js';
import { others } from './prepared-case.js';

let world: BrowserWorld;
beforeAll(async () => {
  world = await browserWorld();
}, 300_000);
afterAll(() => world.stop());

/** Half of the time after which a list whose changes come by themselves asks: what is there sooner, was told. */
const soonerThanAskedMs = 60_000;

test('what a commune hands over appears on the open list of the coordinator, who touches nothing', async () => {
  const { task, code } = await others(world.address).until('notify-authority');
  const coordinator = await world.signedIn('coordinator');
  const told = coordinator.waitForResponse((answer) => answer.url().endsWith('/api/v1/events'));
  await coordinator.reload();
  expect((await told).status()).toBe(200);
  await onScreen(coordinator).heading('Việc của tôi').waitFor();
  // A list asks once more before it trusts that changes come by themselves; then not for two minutes.
  await coordinator.waitForLoadState('networkidle');
  await coordinator.waitForRequest(/\/api\/v1\/tasks\?/, { timeout: soonerThanAskedMs });
  const row = coordinator.getByRole('row').filter({ hasText: code });
  expect(await row.count()).toBe(0);
  let loads = 0;
  coordinator.on('framenavigated', () => loads++);

  const commune = await world.signedIn('commune');
  await commune.goto(`${world.address}/tasks/${task.id}`);
  await onScreen(commune).complete();

  await row.filter({ hasText: 'Xác minh thông tin ban đầu' }).waitFor({ timeout: soonerThanAskedMs });
  expect(loads).toBe(0);
}, 150_000);
