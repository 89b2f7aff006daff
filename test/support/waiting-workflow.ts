import { condition, defineQuery, defineUpdate, setHandler, sleep } from '@temporalio/workflow';

export const speak = defineUpdate<string, [string]>('speak');
export const daysSlept = defineQuery<number>('daysSlept');

/** Waits for a first word, sleeps as many days as it was told, and ends with the word "end". */
export async function waitingWorkflow(days: number): Promise<void> {
  const words: string[] = [];
  let slept = 0;
  setHandler(speak, (word) => {
    words.push(word);
    return `${word}!`;
  });
  setHandler(daysSlept, () => slept);
  await condition(() => words.length > 0);
  const before = Date.now();
  await sleep(days * 86_400_000);
  slept = (Date.now() - before) / 86_400_000;
  await condition(() => words.includes('end'));
}
