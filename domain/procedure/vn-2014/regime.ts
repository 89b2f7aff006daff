import type { Regime } from '../vn-both/regime.js';
import { cites } from './cites.js';

export const regime: Regime = {
  coordinator: 'district-labour-office',
  cites,
  notifyLevel: 'R14.A.NOTIFY',
  stayLimits: ['R14.H.STAY60', 'R14.H.STAY3M', 'SA.STAY3M'],
  stayDeciders: ['social-facility', 'provincial-labour-department'],
  childNotice: { limits: ['R14.H.CHILD20'] },
};
