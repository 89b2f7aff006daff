import {
  type ProcessIdentity,
  commandOf,
  identify,
  isRunning,
  parentOf,
} from '../embedded/process-identity.js';

/**
 * The processes that stand between the person and this one: start.cjs, and above it the shell of npm and npm itself
 * where npm began it all. When one of them is gone nobody can stop us any more, so we stop ourselves.
 */
export function findLaunchers(): ProcessIdentity[] {
  const chain: number[] = [];
  let pid: number | undefined = process.ppid;
  for (let level = 0; level < 3 && pid !== undefined && pid > 1; level += 1) {
    chain.push(pid);
    if (/^npm\b|[/\\]npm(-cli\.js)?\b/.test(commandOf(pid) ?? '')) return identitiesOf(chain);
    pid = parentOf(pid);
  }
  return identitiesOf(chain.slice(0, 1));
}

function identitiesOf(pids: readonly number[]): ProcessIdentity[] {
  return pids.map(identify).filter((identity) => identity !== undefined);
}

/** Calls `lost` once, within half a second after one of them has gone. */
export function watchLaunchers(launchers: readonly ProcessIdentity[], lost: () => void): void {
  const timer = setInterval(() => {
    if (launchers.every(isRunning)) return;
    clearInterval(timer);
    lost();
  }, 500);
  timer.unref();
}
