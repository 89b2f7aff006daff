import type { Regime } from '../vn-both/regime.js';
import { cites } from './cites.js';

export const regime: Regime = {
  coordinator: 'health-authority',
  cites,
  notifyLevel: 'R25.A.NOTIFY',
  stayLimits: ['R25.H.STAY120'],
  stayDeciders: ['social-facility', 'health-authority'],
  childNotice: { limits: [], serviceLevel: 'SL.CHILD20' },
};
