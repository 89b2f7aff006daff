import { foreigner, not } from '../vn-both/condition.js';
import type { Regime } from '../vn-both/regime.js';
import { cites } from './cites.js';

export const regime: Regime = {
  coordinator: 'health-authority',
  cites,
  notifyLevel: 'R25.A.NOTIFY',
  stayLimits: ['R25.H.STAY120'],
  stayDeciders: ['social-facility', 'health-authority'],
  // Law 53/2024 art. 37(4): not to foreigners.
  travelFor: not(foreigner),
  planReturn: { limits: [] },
  childNotice: { limits: [], serviceLevel: 'SL.CHILD20' },
};
