import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { configOrExit, readStartConfig } from '../config.js';
import { languages, type Language } from '../messages/message.js';
import { demoPassphrase } from '../prisma/seed/demo-accounts.js';
import { openBrowser } from './browser/chromium.js';
import { smallPng } from './screenshots/small-png.js';
import { idsFor, viewers, type Screen } from './screenshots/screens.js';

const widths = [360, 1280] as const;
type Width = (typeof widths)[number];

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
    for (const width of shooting.which === 'readme' ? [1280 as const] : widths)
      for (const { username, screens } of viewers) {
        const context = await openBrowser(mkdtempSync(join(profiles, 'profile-')), width);
        const page = await context.newPage();
        const session = { username, password: demoPassphrase };
        const answer = await page.request.post(`${shooting.url}/api/v1/session`, { data: session });
        if (!answer.ok()) throw new Error(`${username} cannot sign in: ${String(answer.status())}`);
        const shown = screens(await idsFor(page.request, shooting.url));
        for (const language of shooting.which === 'readme' ? (['vi'] as const) : languages)
          await shootAll(page, { shooting, shown, language, width });
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
  readonly shown: readonly Screen[];
  readonly language: Language;
  readonly width: Width;
}

async function shootAll(page: Page, { shooting, shown, language, width }: Round): Promise<void> {
  const isWanted = ({ name, readme }: Screen): boolean =>
    (shooting.which === 'all' || readme === true) && name.includes(shooting.only);
  await page.goto(shooting.url);
  await page.evaluate(`localStorage.setItem('loive.language', '${language}')`);
  for (const screen of shown.filter(isWanted)) {
    await page.goto(shooting.url + screen.path);
    await page.locator('main h1').first().waitFor();
    await page.waitForLoadState('networkidle');
    if (screen.unfolded === true) await unfold(page);
    const file =
      shooting.which === 'readme' ? `${screen.name}.png` : `${screen.name}.${language}.${String(width)}.png`;
    const picture = await page.screenshot({ fullPage: shooting.which === 'all' });
    writeFileSync(join(shooting.out, file), smallPng(picture));
    console.log(file);
  }
}

async function unfold(page: Page): Promise<void> {
  await page.evaluate('for (const each of document.querySelectorAll("main details")) each.open = true');
  await page.waitForLoadState('networkidle');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
