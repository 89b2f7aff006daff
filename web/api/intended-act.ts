import { newKey } from './new-key.js';
import { Refused, Unanswered } from './problem.js';
import { request, type Call } from './request.js';

export type Act = Omit<Call, 'key'> & { readonly method: 'POST' | 'PATCH'; readonly body: unknown };

/** How often and how long an unanswered act is repeated before the person is asked. */
const patience = { tries: 4, longestWaitMs: 8_000 };

interface Sent {
  readonly act: Act;
  readonly text: string;
  readonly key: string;
}

/**
 * One thing that a person means to do, from the first click until its result is known. However often it is sent, it
 * has one effect: the key stays as long as the content does.
 */
export class IntendedAct {
  #sent: Sent | undefined;
  /** The last try may or may not have had its effect. */
  #open = false;

  constructor(private readonly pause: (ms: number) => Promise<void> = wait) {}

  /** Is it unknown whether the last try had its effect? */
  get isOpen(): boolean {
    return this.#open;
  }

  /**
   * Sends the act. If an earlier try with other content is still unknown, that one is settled first: when it proves to
   * have happened, its answer is returned and the new content is not sent. Throws `Refused`, or `Unanswered` when
   * patience has run out.
   */
  async send<Answer>(act: Act): Promise<Answer> {
    const text = JSON.stringify([act.method, act.path, act.body]);
    const earlier = this.#sent;
    if (this.#open && earlier !== undefined && earlier.text !== text) {
      try {
        return await this.#repeat<Answer>(earlier);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
      }
    }
    const key = this.#sent?.text === text ? this.#sent.key : newKey();
    this.#sent = { act, text, key };
    return this.#repeat<Answer>(this.#sent);
  }

  async #repeat<Answer>({ act, key }: Sent): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      try {
        const answer = await request<Answer>({ ...act, key });
        this.#open = false;
        this.#sent = undefined;
        return answer;
      } catch (error) {
        this.#open = error instanceof Unanswered;
        if (!(error instanceof Unanswered) || attempt >= patience.tries) throw error;
        await this.pause(Math.min(error.retryAfterSeconds * 1000 * attempt, patience.longestWaitMs));
      }
    }
  }
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
