import type { Condition, Step } from '../procedure.js';
import type { Cited } from './words.js';

/** What a shared step cites: each regime answers with its own article. */
export type Cite =
  | 'report'
  | 'rights'
  | 'essentials'
  | 'notify'
  | 'needs'
  | 'interpreter'
  | 'refusal'
  | 'negative'
  | 'protection'
  | 'closedTrial'
  | 'facility'
  | 'stay'
  | 'leaving'
  | 'psychological'
  | 'medical'
  | 'supportPlan'
  | 'returnHome'
  | 'minorReturn'
  | 'childNotice'
  | 'followUp'
  | 'closing';

/** Where the two regimes differ in a step that they otherwise share. */
export interface Regime {
  /** The role whose agency coordinates the case: the owner of reception and support. */
  readonly coordinator: string;
  readonly cites: Readonly<Record<Cite, Cited>>;
  /** Service levels and limits that bear the regime's own register ids. */
  readonly notifyLevel: string;
  readonly stayLimits: readonly string[];
  /** Roles that may extend a stay. */
  readonly stayDeciders: readonly string[];
  /** To whom the travel costs are granted. */
  readonly travelFor: Condition;
  /** Within which time of the law a return must be planned, where it sets one. */
  readonly planReturn: Pick<Step, 'limits' | 'limitsWhen'>;
  readonly childNotice: { readonly limits: readonly string[]; readonly serviceLevel?: string };
}
