import type { Page } from 'playwright-core';
import admin from '../../messages/admin.vi.json';
import server from '../../messages/vi.json';
import ofCase from '../../messages/case.vi.json';
import web from '../../messages/web.vi.json';

/** What stands on a screen and comes from no catalogue: hard-coded text, which no other language can replace. */
export interface PseudoLocale {
  /** Texts of the screen that is shown now, without those that the API told. */
  unworded(): Promise<readonly string[]>;
  /** Something that is the same in every language. */
  know(text: string): void;
}

/** Names of things that are the same in every language. */
const names = ['Lối Về', 'English', 'Tiếng Việt'];

type Catalogue = Record<string, string>;

const inMarks = (catalogue: Catalogue): Catalogue =>
  Object.fromEntries(Object.entries(catalogue).map(([key, sentence]) => [key, `⟦${sentence}⟧`]));

const marked: Readonly<Record<string, Catalogue>> = {
  web: inMarks(web),
  admin: inMarks(admin),
  case: inMarks(ofCase),
};

/** The server says its sentences in marks too, while this runs: its pages hold those of the screens and its own. */
export async function withServerInMarks(run: () => Promise<void>): Promise<void> {
  const catalogues: readonly Catalogue[] = [server, web];
  const plain = catalogues.map((catalogue) => ({ ...catalogue }));
  for (const catalogue of catalogues) Object.assign(catalogue, inMarks(catalogue));
  try {
    await run();
  } finally {
    catalogues.forEach((catalogue, index) => Object.assign(catalogue, plain[index]));
  }
}

/** All texts that a person can see or have read out, with the tab's title; a heading is one text, whatever it is made of. */
const visible = `(() => {
  const texts = [document.title];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement: at, data } = walker.currentNode;
    if (at.closest('h1, h2, h3') !== null) continue;
    if (at.closest('script, style, noscript, [lang="en"]') === null && data.trim() !== '') texts.push(data);
  }
  for (const each of document.body.querySelectorAll('h1, h2, h3')) texts.push(each.textContent);
  for (const each of document.body.querySelectorAll('[aria-label], [placeholder], [title], [alt]'))
    for (const name of ['aria-label', 'placeholder', 'title', 'alt']) {
      const text = each.getAttribute(name);
      if (text) texts.push(text);
    }
  return texts;
})()`;

const file = /\/assets\/(web|admin|case)\.vi-[^/]*\.js$/;

/** Serves the Vietnamese sentences in marks, from the next page on, and remembers every text that the API tells. */
export async function pseudoLocale(page: Page): Promise<PseudoLocale> {
  const told = new Set<string>(names);
  await page.route(file, (route) =>
    route.fulfill({
      contentType: 'text/javascript; charset=utf-8',
      body: `export default ${JSON.stringify(marked[file.exec(route.request().url())?.[1] ?? ''])};`,
    }),
  );
  page.on('response', (response) => {
    const type = response.headers()['content-type'] ?? '';
    if (!response.url().includes('/api/') || !/json|svg/.test(type)) return;
    void response.text().then(
      (body) =>
        textsOf(type.includes('svg') ? wordsIn(body) : JSON.parse(body)).forEach((text) =>
          [text, text.replace(/\?$/, ''), ...text.split(caseCode)].forEach((each) => told.add(each)),
        ),
      () => undefined, // the page was left meanwhile
    );
  });
  return {
    know: (text) => void told.add(text),
    async unworded() {
      const texts = await page.evaluate<string[]>(visible);
      const known = [...told]
        .filter((text) => text.length > 1)
        .sort((one, other) => other.length - one.length);
      return texts.filter((text) => /\p{L}{2}/u.test(leftOf(text, known)));
    },
  };
}

/** Stands in an element of its own, so that no line breaks it; what a screen reads is then told in parts. */
const caseCode = /[A-Z]+-\d{4}-\w+/;

/** What is left of a text without marked sentences, which may stand within each other, and without told texts. */
function leftOf(text: string, known: readonly string[]): string {
  let left = text.normalize('NFC').replaceAll('\u00A0', ' ');
  for (let before = ''; before !== left;) {
    before = left;
    left = left.replaceAll(/⟦[^⟦⟧]*⟧/g, ' ');
  }
  return known.reduce((rest, each) => rest.replaceAll(each.replaceAll('\u00A0', ' '), ' '), left);
}

function textsOf(body: unknown): readonly string[] {
  if (typeof body === 'string') return [body.normalize('NFC')];
  return typeof body === 'object' && body !== null ? Object.values(body).flatMap(textsOf) : [];
}

/** The picture of a procedure is drawn by the API, in the reader's language. */
const wordsIn = (svg: string): readonly string[] => [
  ...Array.from(svg.matchAll(/>([^<]+)</g), ([, text = '']) => text.trim()),
  ...Array.from(svg.matchAll(/aria-label="([^"]+)"/g), ([, text = '']) => text),
];
