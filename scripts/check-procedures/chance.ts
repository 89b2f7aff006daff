/** Chance that comes out the same for the same seed. */
export interface Chance {
  /** A whole number from 0 to `below` − 1. */
  whole(below: number): number;
  oneOf<Item>(items: readonly Item[]): Item;
}

/** A 32-bit linear congruential generator (Numerical Recipes), read from its upper bits. */
export function chanceOf(seed: number): Chance {
  let state = (Math.imul(seed, 2654435761) + 1) >>> 0;
  const whole = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return {
    whole,
    oneOf(items) {
      const item = items[whole(items.length)];
      if (item === undefined) throw new Error('nothing to choose from');
      return item;
    },
  };
}
