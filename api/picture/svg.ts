/** Finished SVG. Only `element` and `words` make it, so that what stands in it was escaped. */
export interface Markup {
  readonly markup: string;
}

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' } as const;
const isEscaped = (letter: string): letter is keyof typeof escapes => Object.hasOwn(escapes, letter);

/** XML knows no other controls than tab and line ends, escaped or not. */
// eslint-disable-next-line no-control-regex -- they are what is taken out
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;

const escaped = (text: string): string =>
  text
    .replaceAll(controls, '')
    .replaceAll(/[&<>"']/g, (letter) => (isEscaped(letter) ? escapes[letter] : letter));

export const words = (text: string): Markup => ({ markup: escaped(text) });

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element; attributes without a value are left out, numbers are rounded to a tenth. */
export function element(name: string, attributes: Attributes, ...children: readonly Markup[]): Markup {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${valueOf(value)}"`)
    .join('');
  const inside = children.map(({ markup }) => markup).join('');
  return { markup: inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>` };
}

const valueOf = (value: string | number | undefined): string =>
  typeof value === 'number' ? String(Math.round(value * 10) / 10) : escaped(value ?? '');
