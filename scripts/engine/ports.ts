import { firstEphemeralPort, requireFreePort } from '../embedded/port.js';
import { StartProblem } from '../embedded/start-problem.js';

const firstInner = 20_000;
const innerPorts = 8;
const blocks = 1_590;

export type EnginePorts = ReturnType<typeof enginePorts>;

/**
 * All ports of a server whose clients use `port`. The eight inner ones follow from it and never meet those of
 * another server unless the two numbers differ by a multiple of 1590. They do not change from start to start:
 * the server remembers its members' addresses for 20 seconds and would greet a stranger there.
 */
export function enginePorts(port: number) {
  if (port >= firstEphemeralPort)
    throw new StartProblem(
      `Port ${String(port)} for the engine lies among those the system lends to outgoing connections; choose one below ${String(firstEphemeralPort)}, for example LOIVE_TEMPORAL_PORT=7233.`,
    );
  const first = firstInner + (port % blocks) * innerPorts;
  return {
    FRONTEND_GRPC_PORT: port,
    FRONTEND_HTTP_PORT: first,
    FRONTEND_MEMBERSHIP_PORT: first + 1,
    HISTORY_GRPC_PORT: first + 2,
    HISTORY_MEMBERSHIP_PORT: first + 3,
    MATCHING_GRPC_PORT: first + 4,
    MATCHING_MEMBERSHIP_PORT: first + 5,
    WORKER_GRPC_PORT: first + 6,
    WORKER_MEMBERSHIP_PORT: first + 7,
  };
}

/** Throws a StartProblem that names the first port somebody else listens on. */
export async function requireFreeEnginePorts(ports: EnginePorts): Promise<void> {
  for (const port of Object.values(ports))
    await requireFreePort(port, 'Temporal server', 'LOIVE_TEMPORAL_PORT');
}
