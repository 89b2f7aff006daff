import type { Page } from 'playwright-core';
import { languages, type Language } from '../../messages/message.js';
import { goInside } from './hands.js';
import { settling } from './settling.js';
import type { View } from './view.js';

export const widths = [1280, 360] as const;
const paperWidth = 794; // A4 at 96 dots an inch
const height = 800;

/** A view as it stands on the screen at this moment. */
export interface Shown {
  readonly view: View;
  readonly language: Language;
  readonly width: number;
}

interface Walk {
  readonly page: Page;
  readonly origin: string;
  readonly views: readonly View[];
  readonly look: (shown: Shown) => Promise<void>;
  /** A view that cannot be reached; the walk goes on. */
  readonly onLost: (view: View, error: Error) => void;
  readonly languages?: readonly Language[];
  readonly widths?: readonly number[];
}

/** Opens each view once and looks at it in every language and width. Whoever is to see it has signed in before. */
export async function walk(walk: Walk): Promise<void> {
  const { page, views, onLost } = walk;
  const settled = settling(page);
  let isTouched = true;
  for (const view of views) {
    try {
      await page.setViewportSize({ width: widths[0], height });
      if (view.path !== undefined) {
        await page.unrouteAll();
        await open(page, { origin: walk.origin, path: view.path, isTouched });
      }
      await settled();
      await view.reach?.(page);
      await page.emulateMedia({ media: view.printed === true ? 'print' : 'screen' });
      await lookAllWays(walk, view, settled);
      isTouched = view.path === undefined || view.reach !== undefined || view.again !== undefined;
    } catch (error) {
      isTouched = true;
      onLost(view, error instanceof Error ? error : new Error(String(error)));
    }
    await page.emulateMedia({ media: 'screen' });
  }
}

interface Opening {
  readonly origin: string;
  readonly path: string;
  /** Was anything done on the page that stands there? Then it is loaded anew. */
  readonly isTouched: boolean;
}

async function open(page: Page, { origin, path, isTouched }: Opening): Promise<void> {
  if (isTouched || path.startsWith('/a/')) await page.goto(origin + path);
  else await goInside(page, path);
}

/** Ends in the language and nearly in the width in which the next view is reached. */
async function lookAllWays(walk: Walk, view: View, settled: () => Promise<void>): Promise<void> {
  const { page, look } = walk;
  const there = [...(walk.languages ?? languages)];
  const ways = (view.printed === true ? [paperWidth] : (walk.widths ?? widths)).flatMap((width, turn) =>
    (turn % 2 === 0 ? there : there.toReversed()).map((language) => ({ width, language })),
  );
  for (const { width, language } of ways) {
    await page.setViewportSize({ width, height });
    await speak(page, language);
    await settled();
    await view.again?.(page);
    await look({ view, language, width });
  }
  await speak(page, 'vi');
}

/** By the switch in the page's head; under a dialog too, and where it is a link or a button that loads the page anew. */
async function speak(page: Page, language: Language): Promise<void> {
  const target = page.locator(`html[lang="${language}"]`);
  if ((await target.count()) > 0) return;
  await page.locator(`header :is(a, button)[lang="${language}"]`).first().dispatchEvent('click');
  await target.waitFor({ state: 'attached' });
}
