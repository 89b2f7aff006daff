import { hrtime } from 'node:process';
import { setEnvironmentData } from 'node:worker_threads';

/** As long as the engine's SDK allows each entry. */
const longestSeconds = 5;
const lookEveryMs = 1_000;

export interface SandboxWatch {
  /** The code of some case has not come back for five seconds: nothing else in this process will either. */
  readonly onHang: () => void;
  /** How long the SDK's own limits stay, in milliseconds; 75 seconds unless told otherwise. */
  readonly careful?: number;
}

/**
 * Watches the thread in which the cases run, if it was begun with `one-watch.cjs`; call it before the worker is made.
 * Without that preload the SDK's own limits hold and this one sees nothing.
 */
export function watchSandbox({ onHang, careful }: SandboxWatch): void {
  const enteredAt = new Int32Array(new SharedArrayBuffer(4));
  setEnvironmentData('sandbox-watch', { enteredAt, ...(careful !== undefined && { careful }) });
  const looking = setInterval(() => {
    const since = Atomics.load(enteredAt, 0);
    if (since === 0 || nowSeconds() - since <= longestSeconds) return;
    clearInterval(looking);
    onHang();
  }, lookEveryMs);
  looking.unref();
}

/** Of a clock that all threads share and nobody sets. */
const nowSeconds = (): number => Number(hrtime.bigint() / 1_000_000_000n);
