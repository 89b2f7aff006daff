import type { EventView } from '../../api/contract/event.js';
import { instant } from '../../domain/time/instant.js';
import { dateOf } from '../../domain/time/plain-date.js';
import { withoutRepeats } from '../history/without-repeats.js';

/**
 * What is newest to whoever looks in: what was recorded on the last day first, and of one day what happened last first,
 * since a sitting's entries are not typed in their order. Reminders of what had been done by then are left out.
 */
export const latestOf = (events: readonly EventView[]): readonly EventView[] =>
  withoutRepeats(events)
    .filter(({ overtaken }) => overtaken !== true)
    .sort(
      (one, other) =>
        dayOf(other).localeCompare(dayOf(one)) ||
        other.at.localeCompare(one.at) ||
        other.version - one.version,
    );

const dayOf = ({ recordedAt }: EventView): string => dateOf(instant(recordedAt));
