import { randomUUID } from 'node:crypto';
import { CaseView } from '../../api/contract/case.js';
import { msPerDay } from '../../domain/time/instant.js';
import type { Door } from '../../prisma/seed/demo/door.js';

/**
 * What the clock of one rehearsal shows, never later than it really does: what "has happened" must not lie in the
 * future of the case. All moments are milliseconds since 1970.
 */
export class CaseClock {
  private shown = Date.now();
  private readAt = this.shown;

  constructor(
    private readonly door: Door,
    private readonly caseId: string,
  ) {}

  now(): number {
    return this.shown + Date.now() - this.readAt;
  }

  /** Lets whole days pass on the real engine. Returns when every timer on the way has fired. */
  async forward(days: number): Promise<void> {
    const arrival = this.now() + days * msPerDay;
    const path = `/rehearsals/${this.caseId}/fast-forward`;
    await this.door.post(path, { key: randomUUID(), body: { days } }, CaseView);
    this.shown = arrival;
    this.readAt = Date.now();
  }
}
