import { after, all, always, not } from '../vn-both/condition.js';
import type { Regime } from '../vn-both/regime.js';
import { cites } from './cites.js';

export const regime: Regime = {
  coordinator: 'district-labour-office',
  cites,
  notifyLevel: 'R14.A.NOTIFY',
  stayLimits: ['R14.H.STAY60', 'R14.H.STAY3M', 'SA.STAY3M'],
  // "The superior body decides": whoever coordinates records its decision, the facility cannot give itself more time.
  stayDeciders: ['district-labour-office'],
  travelFor: always,
  // R14-A A7: for whoever has a victim paper, within the three days of the initial information.
  planReturn: {
    limits: ['R14.A.INITIAL'],
    limitsWhen: all(after('initial-verification:has-paper'), not(after('plan-return'))),
  },
  childNotice: { limits: ['R14.H.CHILD20'] },
};
