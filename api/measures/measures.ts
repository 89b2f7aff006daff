import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { RefusalCode } from '../../domain/refusal.js';
import type { CommandType } from '../../domain/case/commands.js';
import type { Waiting } from '../read/waiting.js';

export interface SeenRequest {
  readonly method: string;
  /** The declared path, never the address. */
  readonly route: string;
  readonly status: string;
  readonly seconds: number;
}

export interface SeenCommand {
  readonly type: CommandType;
  /** `broken`: the engine answered with an error of ours. */
  readonly result: 'accepted' | 'refused' | 'not-known-yet' | 'broken';
  readonly refusal?: RefusalCode;
  readonly seconds: number;
}

/** How many connections a pool holds, has free, and how many callers wait for one. */
export interface PoolState {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

export interface MeasureSources {
  readonly pools: Readonly<Record<string, PoolState>>;
  /** Asked at every look at the measures; when it fails its numbers are left out. */
  readonly waiting: () => Promise<Waiting>;
}

/** What the API tells of itself, as Prometheus reads it. Labels are codes and closed lists: never an id or a name. */
export interface Measures {
  request(seen: SeenRequest): void;
  command(seen: SeenCommand): void;
  readonly contentType: string;
  text(): Promise<string>;
}

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createMeasures(sources: MeasureSources): Measures {
  const register = new Registry();
  collectDefaultMetrics({ register });
  gaugesOf(register, sources);
  const requests = new Histogram({
    name: 'loive_http_request_seconds',
    help: 'Duration of requests by declared path and status',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers: [register],
  });
  const engine = new Histogram({
    name: 'loive_engine_answer_seconds',
    help: 'Time from handing a command to the engine until its answer',
    labelNames: ['result'],
    buckets,
    registers: [register],
  });
  const commands = new Counter({
    name: 'loive_commands_total',
    help: 'Commands by type and result',
    labelNames: ['type', 'result'],
    registers: [register],
  });
  const refusals = new Counter({
    name: 'loive_refusals_total',
    help: 'Commands that the rules refused, by code',
    labelNames: ['code'],
    registers: [register],
  });
  return {
    request({ seconds, ...labels }) {
      requests.observe(labels, seconds);
    },
    command({ type, result, refusal, seconds }) {
      engine.observe({ result }, seconds);
      commands.inc({ type, result });
      if (refusal !== undefined) refusals.inc({ code: refusal });
    },
    contentType: register.contentType,
    text: () => register.metrics(),
  };
}

function gaugesOf(register: Registry, { pools, waiting }: MeasureSources): void {
  const registers = [register];
  const connections = new Gauge({
    name: 'loive_database_connections',
    help: 'Connections of each pool that work or are free, and callers that wait for one',
    labelNames: ['pool', 'state'],
    registers,
    collect() {
      for (const [pool, { totalCount, idleCount, waitingCount }] of Object.entries(pools)) {
        connections.set({ pool, state: 'working' }, totalCount - idleCount);
        connections.set({ pool, state: 'free' }, idleCount);
        connections.set({ pool, state: 'waited-for' }, waitingCount);
      }
    },
  });
  const real = new Gauge({
    name: 'loive_waiting',
    help: 'Real cases only: open tasks past due, open tasks without an agency, unanswered escalations by level, parked cases',
    labelNames: ['what'],
    registers,
    async collect() {
      real.reset();
      const counts = await waiting().catch(() => ({}));
      for (const [what, count] of Object.entries(counts)) real.set({ what }, count);
    },
  });
}
