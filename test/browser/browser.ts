import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Page } from 'playwright-core';
import { serveWeb } from '../../api/middleware/serve-web.js';
import { demoPassphrase, type DemoUsername } from '../../prisma/seed/demo-accounts.js';
import { startBrowser } from '../../scripts/browser/chromium.js';
import type { Language } from '../../messages/message.js';
import { apiWorld, type ApiWorld } from '../api/api-world.js';
import { builtScreens } from './built-screens.js';

/** The built screens on the real API, tables and engine, in a real browser. */
export interface BrowserWorld {
  readonly api: ApiWorld;
  readonly address: string;
  /** A browser of its own: its own cookies, nothing remembered. Closed with the world. */
  browser(width?: number): Promise<Page>;
  /** As `browser`, with scripts switched off. */
  withoutScripts(width: number): Promise<Page>;
  /** A browser of its own, in which this account has signed in by the sign-in page, in its language. */
  signedIn(username: DemoUsername, language?: Language): Promise<Page>;
  stop(): Promise<void>;
}

/** Longer than anything that works takes on a busy machine: what waits so long has failed. */
const patienceMs = 20_000;

export async function browserWorld(): Promise<BrowserWorld> {
  const screens = await builtScreens();
  const api = await apiWorld();
  const { server, address } = await serve(api, screens);
  const chromium = await startBrowser();
  const open = async (width: number, scripts: 'run' | 'off'): Promise<Page> => {
    const viewport = { width, height: 800 };
    const context = await chromium.newContext({ viewport, javaScriptEnabled: scripts === 'run' });
    context.setDefaultTimeout(patienceMs);
    return context.newPage();
  };
  const browser = (width = 1280): Promise<Page> => open(width, 'run');
  return {
    api,
    address,
    browser,
    withoutScripts: (width) => open(width, 'off'),
    async signedIn(username, language = 'vi') {
      const page = await browser();
      await signIn(page, { address, username, language });
      return page;
    },
    async stop() {
      await chromium.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await api.stop();
    },
  };
}

async function serve(api: ApiWorld, screens: string): Promise<{ server: Server; address: string }> {
  const app = express();
  app.use((request, response, next) => {
    if (/^\/(api|a)\//.test(request.path)) api.app(request, response);
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

/** What the sign-in page says. */
const words = {
  vi: { username: 'Tên đăng nhập', password: 'Mật khẩu', submit: 'Đăng nhập', signOut: 'Đăng xuất' },
  en: { username: 'User name', password: 'Passphrase', submit: 'Sign in', signOut: 'Sign out' },
} as const satisfies Record<Language, Readonly<Record<string, string>>>;

export interface SignIn {
  readonly address: string;
  readonly username: string;
  readonly language?: Language;
}

/** Signs in as people do. */
export async function signIn(page: Page, { address, username, language = 'vi' }: SignIn): Promise<void> {
  await page.goto(address);
  if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
  await page.getByLabel(words[language].username).fill(username);
  await enterPassphrase(page, language);
  await page.getByRole('button', { name: words[language].signOut }).waitFor();
}

export async function enterPassphrase(page: Page, language: Language = 'vi'): Promise<void> {
  await page.getByLabel(words[language].password, { exact: true }).fill(demoPassphrase);
  await page.getByRole('button', { name: words[language].submit }).click();
}
