/** After so long without a key, click or touch, screens stop refreshing, so that the session can run out. */
const idleAfterMs = 10 * 60_000;

let lastSign = Date.now();
const waiting = new Set<() => void>();

const signs = ['pointerdown', 'keydown', 'touchstart', 'wheel'] as const;

/** Notes every sign of a person before the screen. */
export function watchActivity(): void {
  for (const sign of signs) window.addEventListener(sign, noteSign, { passive: true, capture: true });
  document.addEventListener('visibilitychange', () => {
    if (somebodyIsThere()) for (const call of waiting) call();
  });
}

function noteSign(): void {
  const wasAway = !somebodyIsThere();
  lastSign = Date.now();
  if (wasAway) for (const call of waiting) call();
}

/** Is somebody there? A refresh by itself must not keep a session alive. */
export const somebodyIsThere = (): boolean => Date.now() - lastSign < idleAfterMs && !document.hidden;

/** Calls back each time somebody is there again after nobody was. */
export function whenSomebodyReturns(call: () => void): () => void {
  waiting.add(call);
  return () => void waiting.delete(call);
}

/** For `refetchInterval`: every so many milliseconds while somebody is there; how many may change meanwhile. */
export const whileSomebodyIsThere = (ms: number | (() => number)) => (): number | false => {
  if (!somebodyIsThere()) return false;
  return typeof ms === 'number' ? ms : ms();
};
