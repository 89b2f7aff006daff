import axe from 'axe-core';
import type { Page } from 'playwright-core';
import type { Shown } from '../../scripts/screenshots/walk.js';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Finding {
  readonly rule: string;
  readonly at: string;
}

/** What helps to find one's way on a screen; paper is not walked through. */
const waysThrough = ['landmark-one-main', 'page-has-heading-one', 'region'];

/** No page plays a sound or a film, for which the sheets would be fetched once more. */
const found = (printed: true | undefined): string => `axe.run(document, ${JSON.stringify({
  runOnly: { type: 'tag', values: rules },
  rules: Object.fromEntries(waysThrough.map((rule) => [rule, { enabled: printed !== true }])),
  resultTypes: ['violations'],
  preload: false,
})}).then(({ violations }) => violations.map(({ id, nodes }) => ({
  rule: id,
  at: nodes.map(({ html, any }) => html + ' ' + any.map(({ message }) => message).join(' ')).slice(0, 2).join(' and '),
})))`;

/** What reaches beyond the right edge, from the widest on. */
export const sideways = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const wide = [...document.body.querySelectorAll('*')].filter(
    (each) => each.getBoundingClientRect().right > clientWidth + 0.5,
  );
  return [(scrollWidth - clientWidth) + ' px sideways by ' + (wide.at(-1)?.outerHTML.slice(0, 160) ?? 'the page')];
})()`;

export interface Judge {
  /** What is wrong with what stands on the screen now, and where. */
  readonly judge: (shown: Shown) => Promise<void>;
  readonly complain: (complaint: string) => void;
  /** All complaints so far. */
  readonly complaints: readonly string[];
}

/** Looks at a page with the eyes of axe, and listens to what the browser says meanwhile. */
export function judgeOf(page: Page): Judge {
  const complaints: string[] = [];
  const said: string[] = [];
  page.on('console', (message) => {
    // What the API refuses is said by the browser too; whether it is shown well is judged by looking.
    const isAnswer =
      /^Failed to load resource/.test(message.text()) && /\/(api|a)\//.test(message.location().url);
    if (message.type() === 'error' && !isAnswer) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(error.message));
  return {
    complaints,
    complain: (complaint) => complaints.push(complaint),
    judge: async (shown) => {
      const { view, language, width } = shown;
      const findings = await axeOn(page, view.printed);
      const wide = view.printed === true ? [] : await page.evaluate<readonly string[]>(sideways);
      const spoken = said.splice(0).filter(() => view.broken !== true);
      const where = `${view.name} ${language} ${String(width)}`;
      complaints.push(
        ...findings.map(({ rule, at }) => `${where}: ${rule} at ${at}`),
        ...[...wide, ...spoken].map((complaint) => `${where}: ${complaint}`),
      );
    },
  };
}

async function axeOn(page: Page, printed: true | undefined): Promise<readonly Finding[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axe.source);
  return page.evaluate<readonly Finding[]>(found(printed));
}
