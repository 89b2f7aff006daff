import type { TFunction } from 'i18next';
import type { ConsentView } from '../../api/contract/consent.js';
import { dayWords, momentWords } from '../time/display.js';
import { relativeKeys } from '../words/coded-words.js';

/** Who may be told. */
export const recipientWords = (recipients: ConsentView['recipients'], t: TFunction): string =>
  recipients
    .map(({ agency, relative }) => agency?.name ?? (relative === undefined ? '' : t(relativeKeys[relative])))
    .join('; ');

/** Until when, or since when no longer. */
export function untilWords({ withdrawnAt, expiresOn }: ConsentView, t: TFunction): string {
  if (withdrawnAt !== undefined) return t('consent.withdrawn-at', { at: momentWords(withdrawnAt) });
  return expiresOn === undefined
    ? t('consent.until-withdrawn')
    : t('consent.until-day', { day: dayWords(expiresOn) });
}
