import type { FactDefinition } from '../procedure.js';
import { commonFacts } from '../vn-both/facts.js';

export const facts: Readonly<Record<string, FactDefinition>> = commonFacts;
