import { demoPassphrase } from '../../prisma/seed/demo-accounts.js';
import { idsFor } from '../../scripts/screenshots/ids.js';
import type { Stage } from '../../scripts/screenshots/stage.js';
import type { View } from '../../scripts/screenshots/view.js';
import { viewers } from '../../scripts/screenshots/viewers.js';
import { walk } from '../../scripts/screenshots/walk.js';
import { browserWorld, type BrowserWorld } from './browser.js';
import { peopled } from './peopled.js';
import { judgeOf } from './screen-judge.js';

let world: BrowserWorld;
let stage: Stage;
beforeAll(async () => {
  world = await browserWorld();
  stage = await peopled(world);
}, 300_000);
afterAll(() => world.stop());

test('what is open is read again in the language that is switched to', async () => {
  const page = await world.signedIn('coordinator');
  await page.goto(`${world.address}/tasks/${stage.taskId}`);
  await page.getByRole('heading', { name: 'Tiếp nhận trình báo, giúp lập tờ khai', level: 1 }).waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await page
    .getByRole('heading', { name: 'Receive the report, help with the declaration', level: 1 })
    .waitFor();
  await page.getByRole('link', { name: stage.code }).first().click();
  await page.getByRole('link', { name: 'Receive the report, help with the declaration' }).first().waitFor();
  await page.getByRole('button', { name: 'Tiếng Việt' }).click();
  await page.getByRole('link', { name: 'Tiếp nhận trình báo, giúp lập tờ khai' }).first().waitFor();
});

test.each(viewers)(
  'nothing that $name sees has a finding of axe, scrolls sideways or breaks the content policy, in both languages and widths',
  async ({ username, views }) => {
    const page = await world.browser();
    const judge = judgeOf(page);
    if (username !== undefined)
      await page.request.post(`${world.address}/api/v1/session`, {
        data: { username, password: demoPassphrase },
      });
    const seen = views({ ids: await idsFor(page.request, world.address), stage });
    await walk({
      page,
      origin: world.address,
      views: seen,
      look: judge.judge,
      onLost: ({ name }, error) => {
        judge.complain(`${name} was not reached: ${error.message}`);
      },
    });
    expect([
      ...judge.complaints,
      ...seen.filter(isNowhere).map(({ name }) => `${name}: nothing to see`),
    ]).toEqual([]);
  },
  300_000,
);

/** Its case or task is not there. */
const isNowhere = ({ path = '' }: View): boolean => /\/(cases|tasks|agencies)\/(\/|$)/.test(path);
