/** After so long without a key, click or touch, screens stop refreshing, so that the session can run out. */
const idleAfterMs = 10 * 60_000;

let lastSign = Date.now();

const signs = ['pointerdown', 'keydown', 'touchstart', 'wheel'] as const;

/** Notes every sign of a person before the screen. */
export function watchActivity(): void {
  for (const sign of signs) {
    window.addEventListener(sign, () => (lastSign = Date.now()), { passive: true, capture: true });
  }
}

/** Is somebody there? A refresh by itself must not keep a session alive. */
export const somebodyIsThere = (): boolean => Date.now() - lastSign < idleAfterMs && !document.hidden;

/** For `refetchInterval`: every so many milliseconds while somebody is there. */
export const whileSomebodyIsThere = (ms: number) => (): number | false => (somebodyIsThere() ? ms : false);
