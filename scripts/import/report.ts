import type { ImportListener, ImportResult } from './import-file.js';

const mostShown = 20;

/** Tells a person at the keyboard how the import goes on, at most once a second. `now` gives milliseconds. */
export function printProgress(now: () => number): ImportListener {
  let [began, told] = [now(), 0];
  return {
    checked({ good, rejections, rejectedFile, leftOut }) {
      console.log(
        `Checked ${count(good + rejections.length)} rows: ${count(good)} good, ${count(rejections.length)} rejected.`,
      );
      if (leftOut.length > 0)
        console.log(`Columns that the mapping does not name are left out: ${leftOut.join(', ')}.`);
      for (const { line, reasons } of rejections.slice(0, mostShown)) {
        console.log(`  line ${String(line)}: ${reasons.join('; ')}`);
      }
      const more = rejections.length - mostShown;
      if (more > 0) console.log(`  and ${count(more)} more`);
      if (rejectedFile !== undefined)
        console.log(`The rejected rows are in ${rejectedFile}, to be corrected and imported.`);
      began = now();
    },
    written(rows, ofRows) {
      if (now() - told < 1_000 && rows < ofRows) return;
      told = now();
      const seconds = Math.max(told - began, 1) / 1_000;
      console.log(
        `${count(rows)} of ${count(ofRows)} rows written, ${count(Math.round(rows / seconds))} a second`,
      );
    },
  };
}

export function printResult({ good, added, remapped, rejections }: ImportResult): void {
  const parts = [
    `${count(added)} added`,
    ...(remapped > 0 ? [`${count(remapped)} given the codes of the present mapping`] : []),
    `${count(good - added - remapped)} already there`,
    `${count(rejections.length)} rejected`,
  ];
  console.log(`Done: ${parts.join(', ')}.`);
}

const count = (value: number): string => value.toLocaleString('en');
