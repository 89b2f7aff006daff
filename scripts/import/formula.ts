/** What spreadsheets take for a formula, also behind apostrophes of an earlier escape. */
const formula = /^'*[=+\-@\t\r]/;

/** A cell that a spreadsheet shows and does not run. `unescapeFormula` gives the text back. */
export const escapeFormula = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** Undoes `escapeFormula`; leaves every other text as it is. */
export const unescapeFormula = (text: string): string =>
  text.startsWith("'") && formula.test(text) ? text.slice(1) : text;
