import type { StartConfig } from '../../config.js';
import { demoAccounts, demoPassphrase } from '../../prisma/seed/demo-accounts.js';
import type { BuildProgress } from '../engine/build.js';
import { homePaths } from './home.js';

/** Tells a step when it begins and, on the same line, how long it took. */
export async function step<T>(label: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const interactive = process.stdout.isTTY;
  if (interactive) process.stdout.write(`  … ${label}`);
  try {
    const result = await work();
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    process.stdout.write(`${interactive ? '\r\u001b[K' : ''}  ✓ ${label} (${seconds} s)\n`);
    return result;
  } catch (error) {
    process.stdout.write(`${interactive ? '\r\u001b[K' : ''}  ✗ ${label}\n`);
    throw error;
  }
}

export function say(line: string): void {
  process.stdout.write(`  ${line}\n`);
}

/** A line that moves in a terminal; elsewhere one line every ten seconds. */
export function buildProgressLine(): (progress: BuildProgress) => void {
  const pause = process.stdout.isTTY ? 100 : 10_000;
  let next = 0;
  return ({ modules, packages, allPackages }) => {
    if (performance.now() < next) return;
    next = performance.now() + pause;
    const share = Math.min(99, Math.round((100 * packages) / allPackages));
    const text = `  … building the Temporal server, once: ${String(share)} % (${String(packages)} of about ${String(allPackages)} packages, ${String(modules)} modules fetched)`;
    process.stdout.write(process.stdout.isTTY ? `\r\u001b[K${text}` : `${text}\n`);
  };
}

/** The address for a browser on this machine. */
export function webAddress({ host, port }: StartConfig): string {
  const name = ['0.0.0.0', '::', '127.0.0.1', '::1'].includes(host) ? 'localhost' : host;
  return `http://${name}:${String(port)}`;
}

/** All that somebody needs who has just started the system, on one screen. */
export function finalScreen(config: StartConfig, took: number): string {
  const url = webAddress(config);
  return [
    '',
    `  Lối Về is running · Lối Về đang chạy   (${(took / 1000).toFixed(1)} s)`,
    '',
    `    Open · Mở           ${url}`,
    `    API docs · Tài liệu ${url}/docs`,
    ...(config.demo ? demoLines() : []),
    '',
    `    Data and logs       ${config.home}`,
    `    Keep a copy of      ${homePaths(config.home).key}  (without it sealed personal data cannot be read)`,
    '',
    '  Stop: Ctrl+C · Dừng: Ctrl+C',
    '',
  ].join('\n');
}

function demoLines(): string[] {
  const width = Math.max(...Object.keys(demoAccounts).map((name) => name.length));
  return [
    '',
    `    Demo accounts, passphrase of all · Tài khoản thử, mật khẩu chung: ${demoPassphrase}`,
    ...Object.entries(demoAccounts).map(([name, { title }]) => `      ${name.padEnd(width)}  ${title}`),
  ];
}
