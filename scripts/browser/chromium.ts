import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';

const run = promisify(execFile);

const candidates = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Debian's Chromium; installed where it is missing and we may. */
async function findChromium(): Promise<string> {
  const found = (): string | undefined => candidates.find((path) => existsSync(path));
  if (found() === undefined && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await run('apt-get', ['update']);
    await run('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium']);
  }
  const path = found();
  if (path === undefined)
    throw new Error(`The screens are tried in Chromium, which is missing: install the package "chromium".`);
  return path;
}

/** No sandbox, as tests may run as root; and nothing that talks to the world by itself. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser of its own, `width` pixels wide, that keeps what it keeps in `profile` until it is closed. */
export async function openBrowser(
  profile: string,
  width: number,
  { scripts = 'run' }: { readonly scripts?: 'run' | 'off' } = {},
): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: await findChromium(),
    headless: true,
    viewport: { width, height: 800 },
    javaScriptEnabled: scripts === 'run',
    args: quiet,
  });
}

/** One browser for many visitors: every context that is opened in it has its own cookies and remembers nothing. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), headless: true, args: quiet });
}
