/** How the saving of a draft stands, as a person is told. */
export type Saving =
  | { readonly state: 'nothing' }
  | { readonly state: 'saving' }
  /** It did not arrive yet, and is tried again by itself. */
  | { readonly state: 'trying' }
  | { readonly state: 'saved'; readonly savedAt: string }
  /** Will not be taken, however often it is tried (too large). */
  | { readonly state: 'refused'; readonly why: string };

interface Settings<Content> {
  /** Saves on the server; throws when that did not succeed. */
  readonly save: (content: Content) => Promise<{ readonly savedAt: string }>;
  /** Why the server will never take it; undefined where another try may succeed. */
  readonly refusal: (error: unknown) => string | undefined;
  readonly onChange: (saving: Saving) => void;
}

const pauseMs = { afterTyping: 1_500, firstRetry: 3_000, longestRetry: 30_000 };

/**
 * Saves what is typed a moment after the typing pauses, one save at a time, always the newest; what does not arrive is
 * tried again until it does. States: nothing → saving → saved or trying → saving → …
 */
export class DraftSaver<Content> {
  #wanted: Content | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isSaving = false;
  #failures = 0;
  #stopped = false;

  constructor(private readonly settings: Settings<Content>) {}

  /** Something was typed. */
  change(content: Content): void {
    if (this.#stopped) return;
    this.#wanted = content;
    this.#schedule(pauseMs.afterTyping);
  }

  /** Tries at once what waits, as when the network has come back. */
  hurry(): void {
    if (this.#wanted !== undefined) this.#schedule(0);
  }

  /** Nothing more is saved, as after the draft was sent for good or thrown away. */
  stop(): void {
    this.#stopped = true;
    this.#wanted = undefined;
    clearTimeout(this.#timer);
  }

  #schedule(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#saveNow(), ms);
  }

  async #saveNow(): Promise<void> {
    const content = this.#wanted;
    if (content === undefined || this.#isSaving) return;
    this.#isSaving = true;
    this.#wanted = undefined;
    this.settings.onChange({ state: 'saving' });
    try {
      const { savedAt } = await this.settings.save(content);
      this.#failures = 0;
      if (!this.#stopped) this.settings.onChange({ state: 'saved', savedAt });
    } catch (error) {
      this.#failed(content, error);
    } finally {
      this.#isSaving = false;
    }
    this.#goOn();
  }

  /** What was typed or failed meanwhile is not forgotten. */
  #goOn(): void {
    if (this.#wanted !== undefined) this.#schedule(this.#pause());
  }

  #failed(content: Content, error: unknown): void {
    if (this.#stopped) return;
    const why = this.settings.refusal(error);
    if (why !== undefined) {
      this.settings.onChange({ state: 'refused', why });
      return;
    }
    this.#failures++;
    this.#wanted ??= content;
    this.settings.onChange({ state: 'trying' });
  }

  #pause(): number {
    if (this.#failures === 0) return pauseMs.afterTyping;
    return Math.min(pauseMs.firstRetry * 2 ** (this.#failures - 1), pauseMs.longestRetry);
  }
}
