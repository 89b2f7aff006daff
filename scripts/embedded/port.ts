import { createServer } from 'node:net';
import { StartProblem } from './start-problem.js';

/** Ports from here on are handed out by the system to outgoing connections; a server there may find its port gone. */
export const firstEphemeralPort = 32_768;

const hosts = ['127.0.0.1', '::'] as const;

/** Throws a StartProblem when somebody else listens on the port. `setting` names what chooses another one. */
export async function requireFreePort(port: number, purpose: string, setting: string): Promise<void> {
  for (const host of hosts) {
    const code = await listenCode(port, host);
    if (code === 'EADDRINUSE')
      throw new StartProblem(
        `Port ${String(port)} (${purpose}) is taken by another program; end that program or choose another port, for example ${setting}=${String(port + 1)}.`,
      );
    if (code === 'EACCES')
      throw new StartProblem(
        `Port ${String(port)} (${purpose}) is reserved for the system administrator; choose one above 1023, for example ${setting}=3000.`,
      );
  }
}

/** The first port from `from` on that nobody listens on. */
export async function findFreePort(from: number): Promise<number> {
  for (let port = from; port < firstEphemeralPort; port += 1) if (await isFree(port)) return port;
  throw new StartProblem(`No free port was found between ${String(from)} and ${String(firstEphemeralPort)}.`);
}

export async function isFree(port: number): Promise<boolean> {
  for (const host of hosts) if ((await listenCode(port, host)) === 'EADDRINUSE') return false;
  return true;
}

/** Tries to listen; returns the error code, or undefined when it worked. */
function listenCode(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code);
    });
    server.listen({ port, host, exclusive: true }, () => {
      server.close(() => {
        resolve(undefined);
      });
    });
  });
}
