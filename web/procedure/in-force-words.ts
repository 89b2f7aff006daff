import type { TFunction } from 'i18next';
import type { ProcedureSummary } from '../../api/contract/directory.js';
import { dayWords } from '../time/display.js';

/** From when until when a procedure is that of new cases. */
export const inForceWords = ({ from, to }: ProcedureSummary['inForce'], t: TFunction): string =>
  to === undefined
    ? t('procedures.since', { from: dayWords(from) })
    : t('procedures.from-to', { from: dayWords(from), to: dayWords(to) });
