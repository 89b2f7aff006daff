/** How long a call took, over many calls, in milliseconds. */
export interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly calls: number;
}

export function spreadOf(durations: readonly number[]): Spread {
  const sorted = durations.toSorted((one, other) => one - other);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? NaN;
  return { p50: at(0.5), p95: at(0.95), calls: sorted.length };
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Users who call one after the other, each as soon as the last answer is there; returns all durations. */
export async function together(users: readonly (() => Promise<number[]>)[]): Promise<number[]> {
  return (await Promise.all(users.map((user) => user()))).flat();
}
