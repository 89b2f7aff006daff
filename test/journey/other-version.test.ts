import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startScript, untilEnd } from '../support/script.js';

/** Ready, and everybody may sign in; but it answers in the shapes of another release. */
const ofAnotherRelease = (): Server =>
  createServer((asked, answer) => {
    asked.resume();
    answer.setHeader('content-type', 'application/json');
    answer.setHeader('set-cookie', 'session=of-another-release');
    answer.end(JSON.stringify({ release: 'another', items: [{ former: true }] }));
  });

test('on a running system of another version the journey says so in one sentence, and fails', async () => {
  const server = ofAnotherRelease();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const { code, output } = await untilEnd(startScript('journey.ts', [], { PORT: String(port) }));
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  expect(code).toBe(1);
  expect(output).toMatch(/The running system is of another version than this journey .*npm start/);
  expect(output).not.toMatch(/invalid_type|"path"|ZodError/);
});
