import type { Locator, Page } from 'playwright-core';
import type { Language } from '../../messages/message.js';

/** What people read and press on every journey, in their language. */
const words = {
  vi: {
    nav: 'Các mục chính',
    complete: 'Hoàn thành nhiệm vụ',
    recorded: 'Đã ghi nhận',
    yes: 'Có',
    no: 'Không',
    toCase: 'Về trường hợp',
    ofCase: /^Trường hợp [A-Z]+-/,
  },
  en: {
    nav: 'Main places',
    complete: 'Complete the task',
    recorded: 'Recorded',
    yes: 'Yes',
    no: 'No',
    toCase: 'To the case',
    ofCase: /^Case [A-Z]+-/,
  },
} as const satisfies Record<Language, Readonly<Record<string, string | RegExp>>>;

/** A question as it stands on the screen, and the answer that is chosen: its words, or yes or no. */
type Answered = readonly [question: string, answer: string | boolean];

/** The hands of one person in front of one screen. */
export interface OnScreen {
  readonly page: Page;
  /** Follows a link of the navigation. */
  goTo(place: string): Promise<void>;
  /** Opens the row of a task in My work by its one next act. */
  openTask(title: string, code: string): Promise<void>;
  /** Chooses an answer of a question. */
  choose(answered: Answered): Promise<void>;
  /** Sends the answer of the task and reads that it was recorded. */
  complete(): Promise<void>;
  /** Goes on to the case after something was recorded, and waits until it is there. */
  toCase(): Promise<void>;
  /** What follows from the answer, or is said about it: waits until it stands there. */
  reads(text: string | RegExp): Promise<void>;
  heading(name: string | RegExp): Locator;
}

export function onScreen(page: Page, language: Language = 'vi'): OnScreen {
  const say = words[language];
  const heading = (name: string | RegExp): Locator => page.getByRole('heading', { name, exact: true });
  const reads = (text: string | RegExp): Promise<void> =>
    seen(page, page.getByText(text).filter({ visible: true }).first());
  return {
    page,
    heading,
    reads,
    goTo: (place) =>
      page.getByRole('navigation', { name: say.nav }).getByRole('link', { name: place }).click(),
    async openTask(title, code) {
      await page
        .getByRole('row')
        .filter({ hasText: code })
        .getByRole('link', { name: title })
        .first()
        .click();
      await seen(page, heading(title));
    },
    choose: ([question, answer]) =>
      page
        .getByRole('group', { name: question })
        .getByLabel(typeof answer === 'string' ? answer : answer ? say.yes : say.no, { exact: true })
        .check(),
    async toCase() {
      await page.getByRole('link', { name: say.toCase }).click();
      await seen(page, heading(say.ofCase));
    },
    async complete() {
      await page.getByRole('button', { name: say.complete }).click();
      await seen(page, heading(say.recorded));
    },
  };
}

/** Waits until it is there; what stood there instead is told, since nobody sees the screen of a test. */
async function seen(page: Page, what: Locator): Promise<void> {
  try {
    await what.waitFor();
  } catch (error) {
    const shown = await page.locator('main').innerText();
    throw new Error(`${String(error)}\nOn the screen stands:\n${shown}`, { cause: error });
  }
}
