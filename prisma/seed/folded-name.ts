/**
 * A name as searches compare it: lower case, without diacritics, đ as d, marks between words as one space.
 * "Đắk Lắk" and "dak lak", "Ia H’Drai" and "ia h'drai" fold alike.
 */
export const foldedName = (name: string): string =>
  withoutMarks(name)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Vietnamese in plain Latin letters, as English texts write it: "Hà Đông" → "Ha Dong". */
export const withoutMarks = (name: string): string =>
  name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').normalize('NFC');
