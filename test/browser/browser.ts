import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import express from 'express';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { serveWeb } from '../../api/middleware/serve-web.js';
import { demoPassphrase } from '../../prisma/seed/demo-accounts.js';
import { apiWorld, type ApiWorld } from '../api/api-world.js';

const run = promisify(execFile);
const project = join(__dirname, '..', '..');

/** The built screens on the real API, tables and engine, in a real browser. */
export interface BrowserWorld {
  readonly api: ApiWorld;
  readonly address: string;
  /** A browser of its own: its own cookies, nothing remembered. Closed with the world. */
  browser(width?: number): Promise<Page>;
  stop(): Promise<void>;
}

export async function browserWorld(): Promise<BrowserWorld> {
  const executablePath = await findChromium();
  const folder = mkdtempSync(join(tmpdir(), 'loive-browser-'));
  const screens = join(folder, 'web');
  await buildScreens(screens);
  const api = await apiWorld();
  const { server, address } = await serve(api, screens);
  const contexts: BrowserContext[] = [];
  return {
    api,
    address,
    async browser(width = 1280) {
      const context = await chromium.launchPersistentContext(mkdtempSync(join(folder, 'profile-')), {
        executablePath,
        headless: true,
        viewport: { width, height: 800 },
        args: quiet,
      });
      context.setDefaultTimeout(20_000);
      contexts.push(context);
      return context.newPage();
    },
    async stop() {
      await Promise.all(contexts.map((context) => context.close()));
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await api.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
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

/** Into a folder of its own, so that what is tried is what stands in the sources. */
async function buildScreens(outDir: string): Promise<void> {
  const vite = join(project, 'node_modules', 'vite', 'bin', 'vite.js');
  const config = join(project, 'web', 'vite.config.mts');
  const { NODE_ENV: _jest, ...env } = process.env; // Jest says "test", and Vite would build for development
  await run(
    process.execPath,
    [vite, 'build', '--configLoader', 'runner', '--config', config, '--outDir', outDir],
    {
      cwd: project,
      env: { ...env, NODE_ENV: 'production' },
    },
  );
}

async function serve(api: ApiWorld, screens: string): Promise<{ server: Server; address: string }> {
  const app = express();
  app.use((request, response, next) => {
    if (request.path.startsWith('/api/')) api.app(request, response);
    else next();
  });
  app.use(serveWeb(screens));
  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => {
      resolve(listening);
    });
  });
  const { port } = server.address() as AddressInfo;
  return { server, address: `http://127.0.0.1:${String(port)}` };
}

/** Signs in as people do. */
export async function signIn(page: Page, address: string, username: string): Promise<void> {
  await page.goto(address);
  await page.getByLabel('Tên đăng nhập').fill(username);
  await enterPassphrase(page);
  await page.getByRole('heading', { name: 'Việc của tôi', level: 1 }).waitFor();
}

export async function enterPassphrase(page: Page): Promise<void> {
  await page.getByLabel('Mật khẩu', { exact: true }).fill(demoPassphrase);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
}
