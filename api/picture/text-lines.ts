/** Widths of letters in parts of the font size; the server has no fonts, so these err on the wide side. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[iíìỉĩịjlI.,;:'’!|()[\] ]/u, 0.34],
  [/[ftr\-/“”"]/u, 0.44],
  [/[mwMWƯỪỨỬỮỰ%@]/u, 0.98],
  [/\p{Lu}/u, 0.76],
];
const usual = 0.63;

const letterWidth = (letter: string): number =>
  widths.find(([letters]) => letters.test(letter))?.[1] ?? usual;

export interface Font {
  readonly fontSize: number;
  readonly isBold?: boolean;
}

/** About how wide a text is, in pixels. */
export const widthOf = (text: string, { fontSize, isBold }: Font): number =>
  Array.from(text.normalize('NFC')).reduce((sum, letter) => sum + letterWidth(letter), 0) *
  fontSize *
  (isBold === true ? 1.1 : 1);

export interface Room extends Font {
  readonly width: number;
  readonly lines: number;
}

/** A text in as many lines as there is room for; what does not fit ends in an ellipsis. */
export function linesOf(text: string, room: Room): readonly string[] {
  const { width, lines } = room;
  const fits = (line: string): boolean => widthOf(line, room) <= width;
  const made: string[] = [];
  let line = '';
  for (const word of text.normalize('NFC').split(/\s+/u)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || fits(longer)) {
      line = longer;
      continue;
    }
    made.push(line);
    line = word;
  }
  made.push(line);
  const kept = made.length > lines ? [...made.slice(0, lines - 1), made.slice(lines - 1).join(' ')] : made;
  return kept.map((each) => (fits(each) ? each : shortened(each, fits)));
}

function shortened(line: string, fits: (line: string) => boolean): string {
  let kept = line;
  while (kept !== '' && !fits(`${kept}…`)) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}
