import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DeadlineLabel, type LabelledDue } from './deadline-label.js';
import { distanceTo, nowAhead } from './deadline-words.js';
import { useWorkingCalendar } from './working-calendar-query.js';

export { lastMoment, momentTold } from './deadline-label.js';

interface Props {
  readonly due: LabelledDue | null;
  /** How far a rehearsal's clock runs ahead of ours. */
  readonly aheadMs?: number | undefined;
}

/** A deadline as it stands in lists, counted from now on the working calendar in force. */
export function DeadlineCell({ due, aheadMs }: Props): ReactNode {
  const { t } = useTranslation();
  const calendar = useWorkingCalendar();
  if (due === null) return <span className="deadline-none">{t('due.none')}</span>;
  return <DeadlineLabel due={due} distance={distanceTo(due, { now: nowAhead(aheadMs), calendar })} />;
}
