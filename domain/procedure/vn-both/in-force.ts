import { plainDate } from '../../time/plain-date.js';

/**
 * The first day on which a text was law, of the texts for which the law register tells it. It is silent on the Legal
 * Aid Law 2017, Circular 12/2018, Decree 56/2017 and the Criminal Procedure Code 2015: their limits have no such day.
 */
export const inForceFrom = {
  law66of2011: plainDate('2012-01-01'),
  decree9of2013: plainDate('2013-04-15'),
  circular35of2013: plainDate('2014-02-15'),
  jointCircular1of2014: plainDate('2014-03-25'),
  decree20of2021: plainDate('2021-07-01'),
  law53of2024: plainDate('2025-07-01'),
  decree162of2025: plainDate('2025-07-01'),
} as const;
