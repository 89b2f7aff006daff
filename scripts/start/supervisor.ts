import { setTimeout as pause } from 'node:timers/promises';
import type { ManagedProcess } from '../embedded/managed-process.js';
import { reasonOf } from '../embedded/start-problem.js';
import { say } from './screen.js';

export interface Service<Running extends ManagedProcess = ManagedProcess> {
  readonly name: string;
  /** Returns when the service can be used. */
  start(): Promise<Running>;
}

const firstPause = 500;
const longestPause = 30_000;
/** A service that lived so long is counted as healthy; its next end begins with the shortest pause again. */
const healthyAfter = 60_000;

/** Keeps services running: what ends by itself is started again, after pauses that double up to half a minute. */
export class Supervisor {
  readonly #letGo = new AbortController();

  /** Asked anew after every wait, in which it may have changed. */
  #stopping(): boolean {
    return this.#letGo.signal.aborted;
  }

  /** From now on nothing is started again. Ending what runs is left to `endEverything`. */
  letGo(): void {
    this.#letGo.abort();
  }

  /** Starts a service and returns when it can be used. A first start that fails is the caller's trouble. */
  async run<Running extends ManagedProcess>(service: Service<Running>): Promise<Running> {
    const first = await service.start();
    void this.#keepRunning(service, first);
    return first;
  }

  async #keepRunning(service: Service, first: ManagedProcess): Promise<void> {
    let running: ManagedProcess | undefined = first;
    let wait = firstPause;
    while (!this.#stopping()) {
      if (running !== undefined) {
        const began = performance.now();
        const how = await running.exited;
        if (this.#stopping()) return;
        if (performance.now() - began > healthyAfter) wait = firstPause;
        say(`${service.name} ended (${how}); starting it again. Log: ${running.log.path}`);
      }
      await pause(wait);
      wait = Math.min(wait * 2, longestPause);
      running = await this.#startAgain(service);
    }
  }

  async #startAgain(service: Service): Promise<ManagedProcess | undefined> {
    if (this.#stopping()) return undefined;
    try {
      const running = await service.start();
      say(`${service.name} runs again.`);
      return running;
    } catch (error) {
      if (!this.#stopping()) say(`${service.name} could not be started again, trying on: ${reasonOf(error)}`);
      return undefined;
    }
  }
}
