/** Semicolons: where decimals are written with a comma, spreadsheets expect them between columns. */
const between = ';';

/** A spreadsheet runs a cell that begins with one of these; the apostrophe makes it text again. */
const begunLikeAFormula = /^[=+\-@\t\r]/;

const cell = (text: string): string => {
  const harmless = begunLikeAFormula.test(text) ? `'${text}` : text;
  return /[";\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

/** A table as a spreadsheet reads it: UTF-8 with its mark, CRLF (RFC 4180), nothing that would be run. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(between)).join('\r\n')}\r\n`;
