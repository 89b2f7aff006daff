'use strict';
// Health of the API in a container, without a shell or curl: exit code 0 when it can use database and engine.
const port = process.env.PORT || '3000';

fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(4000) }).then(
  ({ ok }) => process.exit(ok ? 0 : 1),
  () => process.exit(1),
);
