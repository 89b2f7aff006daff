/**
 * Errors of the sandbox keep no stack (decision 0016). The SDK writes one for every promise of every case, so that a case
 * can be asked where it stands: a third of the workflow thread's time. Loaded before anything else, as `Error` is frozen
 * once a case runs.
 */
delete (Error as { stackTraceLimit?: number }).stackTraceLimit;

export {};
