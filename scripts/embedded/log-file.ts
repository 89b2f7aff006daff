import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const megabyte = 1024 * 1024;

/** A log of bounded size: at `limit` bytes it becomes `NAME.1`, replacing the former one, and starts anew. */
export class LogFile {
  #size: number;

  constructor(
    readonly path: string,
    private readonly limit = 5 * megabyte,
  ) {
    mkdirSync(dirname(path), { recursive: true });
    this.#size = existsSync(path) ? statSync(path).size : 0;
  }

  /** A full disk must not end the process whose output this is, so trouble in writing is passed over. */
  write(chunk: string | Uint8Array): void {
    try {
      if (this.#size >= this.limit) {
        renameSync(this.path, `${this.path}.1`);
        this.#size = 0;
      }
      appendFileSync(this.path, chunk, { mode: 0o600 });
      this.#size += Buffer.byteLength(chunk);
    } catch {
      this.#size = 0;
    }
  }

  /** The last lines that tell of trouble, or else the last lines at all; shortened, for a message. */
  tail(lines = 3): string {
    if (!existsSync(this.path)) return '';
    const last = readFileSync(this.path, 'utf8').trimEnd().split('\n').slice(-60);
    const telling = last.filter((line) => /^(?!\s).*(error|fatal|panic)/i.test(line));
    return (telling.length > 0 ? telling : last)
      .slice(-lines)
      .map((line) => line.slice(0, 300))
      .join('\n');
  }
}
