import type { CaseState } from '../../domain/case/case-state.js';
import { procedureOf } from '../../domain/procedure/catalogue.js';

/** The revision of the place that a step asks for; where the case does not know it, that of the place of receipt. */
export function placeOfStep({ procedure, places }: CaseState, stepId: string): string | undefined {
  const step = procedureOf(procedure).steps[stepId];
  return places[step?.place ?? 'reception'] ?? places.reception;
}
