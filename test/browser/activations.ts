import type { Page } from 'playwright-core';

/**
 * Counts what a person does with a finger, a mouse or a key to make something happen: each press of a pointer, and
 * Enter and Space where they do not write. Typing is not counted.
 */
const listener = `(() => {
  const count = () => void window.countActivation();
  const writes = (target) => target instanceof HTMLElement && target.matches('input:not([type=radio]):not([type=checkbox]), textarea');
  addEventListener('pointerdown', count, true);
  addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || (event.key === ' ' && !writes(event.target))) count();
  }, true);
})()`;

/** From now on, over all pages that are opened in this tab after the next navigation. */
export async function countActivations(page: Page): Promise<() => number> {
  let activations = 0;
  await page.exposeFunction('countActivation', () => {
    activations++;
  });
  await page.addInitScript(listener);
  return () => activations;
}
