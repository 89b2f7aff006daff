const forbidden = 'script, style, foreignObject, image, use, a, iframe, animate, set';

/**
 * An SVG document as an element of this page; undefined where it is none, or holds anything that could run or load.
 * Our own server draws it without any of that: this is the second lock.
 */
export function safeSvg(text: string): SVGSVGElement | undefined {
  const parsed = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  if (parsed.querySelector(forbidden) !== null) return undefined;
  const elements = [parsed, ...parsed.querySelectorAll('*')];
  if (elements.some((each) => [...each.attributes].some(({ name }) => /^on|href$|^style$/i.test(name))))
    return undefined;
  const adopted = document.importNode(parsed, true);
  return adopted instanceof SVGSVGElement ? adopted : undefined;
}
