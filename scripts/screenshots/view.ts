import type { Page } from 'playwright-core';
import type { DemoUsername } from '../../prisma/seed/demo-accounts.js';
import type { Ids } from './ids.js';
import type { Stage } from './stage.js';

/** One screen in one state, as somebody sees it. */
export interface View {
  readonly name: string;
  /** Where it is opened; absent: it goes on from the view before. */
  readonly path?: string;
  /** What is done on it until it looks as it is meant, by whoever reads Vietnamese in front of a wide screen. */
  readonly reach?: (page: Page) => Promise<void>;
  /** What is done again after each change of language, where that loads the page anew. */
  readonly again?: (page: Page) => Promise<void>;
  /** On paper: it has one width. */
  readonly printed?: true;
  /** Something is broken on purpose: the console may say so. */
  readonly broken?: true;
  /** Shown in the README under `docs/screens`. */
  readonly readme?: true;
}

/** What there is to be seen by somebody. */
export interface Sight {
  readonly ids: Ids;
  readonly stage: Stage;
}

export interface Viewer {
  readonly name: string;
  /** Absent: whoever has no account, or has not signed in. */
  readonly username?: DemoUsername;
  readonly views: (sight: Sight) => readonly View[];
}
