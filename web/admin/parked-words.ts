import type { TFunction } from 'i18next';
import { epochMs, instant, type Instant } from '../../domain/time/instant.js';

const causeKeys = {
  'time-stuck': 'parked.time-stuck',
  'time-broken': 'parked.time-broken',
} as const;

const isCause = (code: string): code is keyof typeof causeKeys => Object.hasOwn(causeKeys, code);

/** Why the machine stopped, in words; the code itself stays for whoever looks for the fault. */
export const causeWords = (code: string, t: TFunction): string =>
  `${t(isCause(code) ? causeKeys[code] : 'parked.unknown')} (${code})`;

const msPerHour = 3_600_000;

/** How long something has stood still: whole hours below two days, then whole days. */
export function standingFor(
  since: string,
  now: Instant,
): { readonly amount: number; readonly unit: 'hours' | 'days' } {
  const hours = Math.max(Math.floor((epochMs(now) - epochMs(instant(since))) / msPerHour), 0);
  return hours < 48 ? { amount: hours, unit: 'hours' } : { amount: Math.floor(hours / 24), unit: 'days' };
}
