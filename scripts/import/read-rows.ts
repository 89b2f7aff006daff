/** Why a line is no row of the table. */
export type LineFault =
  | 'quote-not-closed'
  | 'text-after-quote'
  | 'quote-inside-value'
  | 'too-long'
  | 'not-utf8'
  | 'wrong-column-count';

export interface Row {
  /** Where it begins; the first line is 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A line that could not be read as a row; the next row begins with the next line. */
export interface BadLine {
  readonly line: number;
  readonly fault: LineFault;
  /** The line as far as it can be shown. */
  readonly text: string;
}

export interface TableShape {
  readonly delimiter: string;
  /** How many columns every row has; undefined for the header, which decides it. */
  readonly width?: number;
  /** Where to begin. */
  readonly from?: Place;
}

export interface Place {
  readonly offset: number;
  readonly line: number;
}

/** A value longer than this, in bytes, is a broken file, not a value. */
export const longestRow = 1024 * 1024;
const longestShown = 2_000;

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * The rows of a table in CSV (RFC 4180; LF or CRLF), one after the other. A broken row spoils one line and no more:
 * reading goes on with the next line, which a general CSV parser cannot promise after a quotation mark that is never
 * closed. Works on bytes, so that what is no UTF-8 is seen as such. Rows without any value are passed over.
 */
export function* readRows(
  bytes: Buffer,
  shape: TableShape,
): Generator<(Row | BadLine) & { readonly next: Place }> {
  let { offset, line } = shape.from ?? { offset: 0, line: 1 };
  while (offset < bytes.length) {
    const read = readRow(bytes, offset, shape);
    if (typeof read === 'string') {
      const end = endOfLine(bytes, offset);
      const next = { offset: end + 1, line: line + 1 };
      yield {
        line,
        fault: read,
        text: bytes.toString('utf8', offset, Math.min(end, offset + longestShown)),
        next,
      };
      ({ offset, line } = next);
      continue;
    }
    const next = { offset: read.end, line: line + countLines(bytes, offset, read.end) };
    if (read.cells.some((cell) => cell !== '')) yield { line, cells: read.cells, next };
    ({ offset, line } = next);
  }
}

interface ReadRow {
  readonly cells: readonly string[];
  /** Offset after its line end. */
  readonly end: number;
}

function readRow(bytes: Buffer, start: number, { delimiter, width }: TableShape): ReadRow | LineFault {
  const separator = delimiter.charCodeAt(0);
  const cells: string[] = [];
  let at = start;
  for (;;) {
    const value = bytes[at] === quote ? quotedValue(bytes, at) : plainValue(bytes, at, separator);
    if (typeof value === 'string') return value;
    if (value.end - start > longestRow) return 'too-long';
    const text = decode(value.bytes);
    if (text === undefined) return 'not-utf8';
    cells.push(text);
    at = value.end;
    if (bytes[at] === separator) {
      at += 1;
      continue;
    }
    if (bytes[at] === carriageReturn) at += 1;
    if (at < bytes.length && bytes[at] !== lineFeed) return 'text-after-quote';
    const blank = cells.every((cell) => cell === '');
    if (width !== undefined && cells.length !== width && !blank) return 'wrong-column-count';
    return { cells, end: at + 1 };
  }
}

interface Value {
  readonly bytes: Buffer;
  /** Offset of what follows it: a delimiter, a line end or the end of the file. */
  readonly end: number;
}

function quotedValue(bytes: Buffer, start: number): Value | LineFault {
  const window = bytes.subarray(0, start + longestRow + 2);
  let close = window.indexOf(quote, start + 1);
  let doubled = false;
  while (close !== -1 && bytes[close + 1] === quote) {
    doubled = true;
    close = window.indexOf(quote, close + 2);
  }
  if (close === -1) return window.length < bytes.length ? 'too-long' : 'quote-not-closed';
  const inner = bytes.subarray(start + 1, close);
  // Latin-1 maps every byte to one character and back, so that nothing is decoded before its time.
  return {
    bytes: doubled ? Buffer.from(inner.toString('latin1').replaceAll('""', '"'), 'latin1') : inner,
    end: close + 1,
  };
}

function plainValue(bytes: Buffer, start: number, separator: number): Value | LineFault {
  let end = start;
  while (end < bytes.length && bytes[end] !== separator && bytes[end] !== lineFeed) {
    if (bytes[end] === quote) return 'quote-inside-value';
    end += 1;
  }
  const beforeLineEnd = bytes[end] !== separator && end > start && bytes[end - 1] === carriageReturn;
  if (beforeLineEnd) end -= 1;
  return { bytes: bytes.subarray(start, end), end };
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(bytes: Buffer): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

function endOfLine(bytes: Buffer, from: number): number {
  const end = bytes.indexOf(lineFeed, from);
  return end === -1 ? bytes.length : end;
}

function countLines(bytes: Buffer, from: number, to: number): number {
  let lines = 0;
  for (let at = bytes.indexOf(lineFeed, from); at !== -1 && at < to; at = bytes.indexOf(lineFeed, at + 1))
    lines += 1;
  return lines;
}
