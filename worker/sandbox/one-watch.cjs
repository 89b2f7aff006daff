'use strict';
// Loaded into the worker before its own code, and so into the thread in which the cases run. The engine's SDK enters
// the sandbox with a time limit, many times for each step of a case, and Node starts and ends an operating-system
// thread for each entry with a limit. Here one watch does for all of them (decision 0018): the entry notes when it
// began, and `watch-sandbox.ts` looks at that from the main thread.
const { performance } = require('node:perf_hooks');
const { hrtime } = require('node:process');
const { Script } = require('node:vm');
const { getEnvironmentData, isMainThread } = require('node:worker_threads');

/**
 * So long the SDK's own limits stay, in milliseconds: a case whose code hung is asked again as soon as a worker is back,
 * fails alone, and the next watch of the cases has it begin anew.
 */
const carefulMs = 75_000;

const shared = isMainThread ? undefined : getEnvironmentData('sandbox-watch');

if (shared !== undefined) {
  const { enteredAt, careful = carefulMs } = shared;
  const runInContext = Script.prototype.runInContext;
  Script.prototype.runInContext = function (context, options) {
    if (options?.timeout === undefined || performance.now() < careful)
      return runInContext.call(this, context, options);
    Atomics.store(enteredAt, 0, Number(hrtime.bigint() / 1_000_000_000n));
    try {
      return runInContext.call(this, context, { ...options, timeout: undefined });
    } finally {
      Atomics.store(enteredAt, 0, 0);
    }
  };
}
