import type { LiveChange } from '../../api/contract/live.js';

export interface ChangeListener {
  /** A case that we may know of has a new version. */
  readonly changed: (change: LiveChange) => void;
  /** Changes may have been missed. */
  readonly missed: () => void;
}

/** The part of the browser's `EventSource` that is used, so that a test can speak for the server. */
export interface Source {
  addEventListener(type: string, listener: (event: { readonly data?: unknown }) => void): void;
  close(): void;
  readonly readyState: number;
}

interface Settings {
  readonly open: () => Source;
  readonly listener: ChangeListener;
  /** Calls back later; gives what takes the call back. */
  readonly later: (ms: number, call: () => void) => () => void;
  /** 0 to 1. */
  readonly chance: () => number;
}

const closed = 2;
const wait = { firstMs: 5_000, longestMs: 60_000 };

/**
 * One stream of changes. States: opening → live → (the browser tries again by itself) opening → …, or refused: then we
 * try again, each time after twice the wait, and never all screens at the same moment.
 */
export class ChangeSource {
  #source: Source | undefined;
  #live = false;
  #wasLive = false;
  #refusals = 0;
  #takeBack: (() => void) | undefined;

  constructor(private readonly settings: Settings) {}

  /** Do changes arrive by themselves now? */
  get isLive(): boolean {
    return this.#live;
  }

  start(): void {
    this.stop();
    const source = this.settings.open();
    this.#source = source;
    source.addEventListener('open', () => {
      this.#live = true;
      this.#refusals = 0;
      if (this.#wasLive) this.settings.listener.missed();
      this.#wasLive = true;
    });
    source.addEventListener('changed', ({ data }) => {
      const change = readChange(data);
      if (change !== undefined) this.settings.listener.changed(change);
    });
    source.addEventListener('resync', () => {
      this.settings.listener.missed();
    });
    source.addEventListener('error', () => {
      this.#live = false;
      if (source.readyState === closed && source === this.#source) this.#startLater();
    });
  }

  stop(): void {
    this.#takeBack?.();
    this.#takeBack = undefined;
    this.#source?.close();
    this.#source = undefined;
    this.#live = false;
  }

  #startLater(): void {
    const longest = Math.min(wait.firstMs * 2 ** this.#refusals++, wait.longestMs);
    this.#takeBack = this.settings.later(longest * (0.5 + this.settings.chance() / 2), () => {
      this.start();
    });
  }
}

function readChange(data: unknown): LiveChange | undefined {
  if (typeof data !== 'string') return undefined;
  const read: unknown = JSON.parse(data);
  if (typeof read !== 'object' || read === null) return undefined;
  const { caseId, version } = read as { caseId?: unknown; version?: unknown };
  return typeof caseId === 'string' && typeof version === 'number' ? { caseId, version } : undefined;
}
