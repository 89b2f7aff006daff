import type { AgencySource } from '../procedure.js';
import { inShelter } from './condition.js';

const answer = { step: 'choose-facility', field: 'facility' } as const;

/** The shelter's tasks go to the facility that the coordinator chose. */
export const chosenFacility: readonly AgencySource[] = [answer];

/** While somebody lives in a facility, it is the one that helps them there. */
export const whereTheyLive: readonly AgencySource[] = [
  { ...answer, when: inShelter, role: 'social-facility' },
];
