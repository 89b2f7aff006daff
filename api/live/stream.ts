import type { Viewer } from '../../domain/access/viewer.js';
import type { LiveChange, LiveEvent } from '../contract/live.js';

/** Where the text of a stream goes. */
export interface EventSink {
  write(text: string): void;
  end(): void;
  /** Called once, whoever ended it. */
  onClose(done: () => void): void;
  /** Bytes that the other side has not taken yet. */
  backlog(): number;
}

/** Who listens, and how to find out whether they still may. */
export interface Listener {
  readonly viewer: Viewer;
  /** The viewer as they are now; undefined when the session is over or the account disabled. */
  readonly again: () => Promise<Viewer | undefined>;
}

/** A reader that does not take what it is sent is dropped; it connects again and reads everything anew. */
const largestBacklogBytes = 65_536;

/** What a browser waits before it connects again, in milliseconds. */
const retryMs = 3_000;

/**
 * One connection of one person. States: open → over. It is over when the other side leaves, when its session or
 * account ends (asked anew at every heartbeat), when it does not keep up, or when the process stops.
 */
export class LiveStream {
  #viewer: Viewer;
  #over = false;
  readonly #heartbeat: NodeJS.Timeout;

  constructor(
    private readonly listener: Listener,
    private readonly sink: EventSink,
    heartbeatMs: number,
  ) {
    this.#viewer = listener.viewer;
    this.#heartbeat = setInterval(() => void this.beat(), heartbeatMs).unref();
    sink.onClose(() => {
      this.#over = true;
      clearInterval(this.#heartbeat);
    });
    sink.write(`retry: ${retryMs}\n\n`);
  }

  get viewer(): Viewer {
    return this.#viewer;
  }

  send(event: LiveEvent, data: LiveChange | Readonly<Record<string, never>>): void {
    this.#write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** Is this person still to be told? A comment keeps the connection alive; nothing keeps the session alive. */
  async beat(): Promise<void> {
    try {
      const viewer = await this.listener.again();
      if (viewer === undefined) {
        this.end();
        return;
      }
      this.#viewer = viewer;
    } catch {
      // The record is away: nothing can be told of anybody now, and the next beat asks again.
    }
    this.#write(':\n\n');
  }

  end(): void {
    if (!this.#over) this.sink.end();
  }

  #write(text: string): void {
    if (this.#over) return;
    if (this.sink.backlog() > largestBacklogBytes) this.end();
    else this.sink.write(text);
  }
}
