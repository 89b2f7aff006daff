'use strict';
// Loaded into worker and API before their own code: when the supervisor is killed, the line to it breaks, and they
// leave too instead of working on unseen beside those of the next start.
const { isMainThread } = require('node:worker_threads');

if (isMainThread && process.channel) {
  process.on('disconnect', () => {
    setTimeout(() => process.exit(1), 4000).unref();
    process.kill(process.pid, 'SIGTERM');
  });
  // The listener must not keep a process alive that is done.
  process.channel.unref();
}
