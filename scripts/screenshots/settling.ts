import type { Page, Request } from 'playwright-core';

const patienceMs = 20_000;
const restMs = 25;
/** So many times in a row nothing may be under way. */
const enough = 2;

const waits = `document.readyState !== 'complete' ||
  document.querySelector('.waiting, [aria-busy=true], .mantine-Button-loader') !== null`;

/**
 * Waits until a page has come to rest: nothing is asked for and nothing says that it waits. The stream of changes is
 * always under way, which is why "no network" never comes.
 */
export function settling(page: Page): () => Promise<void> {
  const asked = new Set<Request>();
  page.on('request', (request) => {
    if (request.resourceType() !== 'eventsource') asked.add(request);
  });
  const answered = (request: Request): void => void asked.delete(request);
  page.on('requestfinished', answered);
  page.on('requestfailed', answered);
  return async () => {
    const until = Date.now() + patienceMs;
    for (let calm = 0; calm < enough;) {
      const isBusy = asked.size > 0 || (await page.evaluate<boolean>(waits).catch(() => true));
      calm = isBusy ? 0 : calm + 1;
      if (Date.now() > until)
        throw new Error(
          `still under way: ${[...asked].map((each) => each.url()).join(', ') || 'a page that waits'}`,
        );
      await page.waitForTimeout(restMs);
    }
  };
}
