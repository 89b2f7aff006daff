import type { Phase } from '../../domain/procedure/procedure.js';
import { isPhase } from '../words/coded-words.js';
import { taskBoxes, type TaskBox } from './task-boxes.js';

export interface WorkSearch {
  readonly box?: TaskBox;
  readonly phase?: Phase;
  readonly q?: string;
}

/** The queue, the phase and the case code asked for, with the API's own names. */
export function readWorkSearch(search: Record<string, unknown>): WorkSearch {
  const box = taskBoxes.find((each) => each === search['box']);
  const q = typeof search['q'] === 'string' ? search['q'].slice(0, 40) : '';
  return {
    ...(box === undefined ? {} : { box }),
    ...(isPhase(search['phase']) ? { phase: search['phase'] } : {}),
    ...(q === '' ? {} : { q }),
  };
}
