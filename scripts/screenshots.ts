import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { configOrExit, readStartConfig } from '../config.js';
import { demoPassphrase } from '../prisma/seed/demo-accounts.js';
import { openBrowser } from './browser/chromium.js';
import { idsFor } from './screenshots/ids.js';
import { setStage, type Stage } from './screenshots/stage.js';
import type { View, Viewer } from './screenshots/view.js';
import { viewers } from './screenshots/viewers.js';
import { walk, widths, type Shown } from './screenshots/walk.js';

interface Shooting {
  readonly url: string;
  readonly out: string;
  /** `readme`: only what the README shows, one screen high; `all`: every screen as long as it is. */
  readonly which: 'all' | 'readme';
  /** Only screens whose name holds this. */
  readonly only: string;
}

/**
 * `npm run screenshots [-- --url … --out … --only … --readme]`: pictures of every screen in both languages at 360 and
 * 1280 px, from the running system with its demo world. With `--readme` the few of the README, into `docs/screens`.
 */
async function main(): Promise<void> {
  const shooting = asked();
  mkdirSync(shooting.out, { recursive: true });
  const profiles = mkdtempSync(join(tmpdir(), 'loive-screenshots-'));
  try {
    const stage = await setStage(shooting.url);
    for (const viewer of viewers) {
      const context = await openBrowser(mkdtempSync(join(profiles, 'profile-')), widths[0]);
      await shootAll(await context.newPage(), { shooting, stage, viewer });
      await context.close();
    }
  } finally {
    rmSync(profiles, { recursive: true, force: true });
  }
}

function asked(): Shooting {
  const { values } = parseArgs({
    options: {
      url: { type: 'string' },
      out: { type: 'string' },
      only: { type: 'string', default: '' },
      readme: { type: 'boolean', default: false },
    },
  });
  const { port } = configOrExit(readStartConfig);
  const which = values.readme ? 'readme' : 'all';
  return {
    url: values.url ?? `http://127.0.0.1:${String(port)}`,
    out: values.out ?? (which === 'readme' ? 'docs/screens' : '.loive-screens'),
    which,
    only: values.only,
  };
}

interface Round {
  readonly shooting: Shooting;
  readonly stage: Stage;
  readonly viewer: Viewer;
}

async function shootAll(page: Page, { shooting, stage, viewer }: Round): Promise<void> {
  const { url, which } = shooting;
  const begun = Date.now();
  if (viewer.username !== undefined) {
    const session = { username: viewer.username, password: demoPassphrase };
    const answer = await page.request.post(`${url}/api/v1/session`, { data: session });
    if (!answer.ok()) throw new Error(`${viewer.username} cannot sign in: ${String(answer.status())}`);
  }
  const isWanted = ({ name, readme }: View): boolean =>
    (which === 'all' || readme === true) && name.includes(shooting.only);
  const views = chainsWith(viewer.views({ ids: await idsFor(page.request, url), stage }), isWanted);
  await walk({
    page,
    origin: url,
    views,
    look: async (shown) => {
      if (isWanted(shown.view)) await shoot(page, shooting, shown);
    },
    onLost: ({ name }, error) => {
      console.error(`${name} was not reached: ${error.message}`);
      process.exitCode = 1;
    },
    ...(which === 'readme' ? { languages: ['vi'], widths: [1280] } : {}),
  });
  const seconds = Math.round((Date.now() - begun) / 1000);
  if (views.length > 0)
    console.log(`${viewer.name}: ${String(views.length)} screens in ${String(seconds)} s`);
}

/** The views that are wanted, and those from which they go on. */
function chainsWith(views: readonly View[], isWanted: (view: View) => boolean): readonly View[] {
  const chains: View[][] = [];
  for (const view of views)
    if (view.path === undefined) chains.at(-1)?.push(view);
    else chains.push([view]);
  return chains.flatMap((chain) => chain.slice(0, chain.findLastIndex(isWanted) + 1));
}

async function shoot(page: Page, { out, which }: Shooting, shown: Shown): Promise<void> {
  const { view, language, width } = shown;
  const name = which === 'readme' ? view.name : `${view.name}.${language}.${String(width)}`;
  await page.screenshot({ path: join(out, `${name}.png`), fullPage: which === 'all' });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
