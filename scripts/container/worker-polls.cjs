'use strict';
// Health of the worker in a container: exit code 0 when it asks the engine for work, which its own measures tell.
const address = process.env.LOIVE_WORKER_METRICS || '127.0.0.1:9464';
const polls = /^temporal_num_pollers\{[^}]*\} [1-9]/m;
const port = address.slice(address.lastIndexOf(':') + 1);

fetch(`http://127.0.0.1:${port}/metrics`, { signal: AbortSignal.timeout(4000) })
  .then((answer) => answer.text())
  .then(
    (text) => process.exit(polls.test(text) ? 0 : 1),
    () => process.exit(1),
  );
