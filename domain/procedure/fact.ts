import { parsePlainDate } from '../time/plain-date.js';
import type { FactDefinition, FactValue } from './procedure.js';

/** Is this a value that the fact may have? Dates are `YYYY-MM-DD` and must exist. */
export function isRealFact(definition: FactDefinition, value: unknown): value is FactValue {
  switch (definition.type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'date':
      return typeof value === 'string' && parsePlainDate(value) !== undefined;
    case 'code':
      return typeof value === 'string' && Object.hasOwn(definition.values ?? {}, value);
  }
}
