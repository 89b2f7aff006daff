import { cycleFindings } from './checks/cycles.js';
import type { Finding } from './checks/finding.js';
import { reachabilityFindings } from './checks/reachability.js';
import { referenceFindings } from './checks/references.js';
import { timeFindings } from './checks/time.js';
import { wordingFindings } from './checks/wording.js';
import type { Procedure } from './procedure.js';

export type { Finding } from './checks/finding.js';

/** What is wrong with a procedure as far as its data tell without walking it; an empty list when nothing is. */
export const checkProcedure = (procedure: Procedure): readonly Finding[] => [
  ...referenceFindings(procedure),
  ...timeFindings(procedure),
  ...wordingFindings(procedure),
  ...reachabilityFindings(procedure),
  ...cycleFindings(procedure),
];
