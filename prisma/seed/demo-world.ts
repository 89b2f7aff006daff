import { type DemoUsername, demoAccounts } from './demo-accounts.js';
import { type Door, openDoor } from './demo/door.js';
import { playStory } from './demo/play-story.js';
import { type Story, stories } from './demo/story.js';

/** Cases that are played at the same time. */
const stages = 4;

/**
 * Makes about forty invented cases in all phases through the running API at `url`, by the same commands as real ones;
 * the demo accounts must be there. Returns how many. Made again in the same minute it changes nothing.
 */
export async function seedDemoWorld({ url }: { readonly url: string }): Promise<number> {
  const now = Date.now();
  const doors = await openDoors(url);
  const waiting = stories.map((story, index) => [story, index + 1] as const);
  await Promise.all(
    Array.from({ length: stages }, () =>
      playNext(waiting, (story, number) => playStory({ doors, now }, story, number)),
    ),
  );
  return stories.length;
}

async function playNext(
  waiting: (readonly [Story, number])[],
  play: (story: Story, number: number) => Promise<void>,
): Promise<void> {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await play(...next);
}

/** One after the other: each sign-in costs 64 MiB and some time by intention. */
async function openDoors(url: string): Promise<Record<DemoUsername, Door>> {
  const usernames = Object.keys(demoAccounts) as DemoUsername[];
  const doors: [DemoUsername, Door][] = [];
  for (const username of usernames) doors.push([username, await openDoor(url, username)]);
  return Object.fromEntries(doors) as Record<DemoUsername, Door>;
}
