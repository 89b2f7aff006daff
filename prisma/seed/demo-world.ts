import { type DemoUsername, demoAccounts } from './demo-accounts.js';
import { type Door, openDoor } from './demo/door.js';
import { playStory, receivedAt, registerStory } from './demo/play-story.js';
import { stories as allStories } from './demo/stories.js';
import type { Story } from './demo/story.js';

/** Cases that are played at the same time. */
const actors = 4;

export interface DemoWorld {
  /** Where the API answers. */
  readonly url: string;
  /** The moment up to which everything has happened, in milliseconds since 1970. */
  readonly now: number;
  /** Default: all of them. */
  readonly stories?: readonly Story[];
  /** Default `demo`. Two worlds on one engine need two names, since their ids follow from them. */
  readonly name?: string;
}

/**
 * Makes about forty invented cases in all phases through the running API, by the same commands as real ones; the demo
 * accounts must be there. Returns how many. All ids follow from the stories: made again for the same moment it changes
 * nothing, and what was ended half-way is completed.
 */
export async function seedDemoWorld(world: DemoWorld): Promise<number> {
  const { url, now, stories = allStories, name = 'demo' } = world;
  const stage = { now, name, doors: await openDoors(url) };
  const numbered = stories
    .map((story, index) => ({ story, number: index + 1 }))
    .sort((one, other) => receivedAt(one.story, stage.now) - receivedAt(other.story, stage.now));
  // One after the other, the oldest first, so that the numbers of the cases follow their receipt.
  for (const { story, number } of numbered) await registerStory(stage, story, number);
  const act = async (): Promise<void> => {
    for (let next = numbered.shift(); next !== undefined; next = numbered.shift())
      await playStory(stage, next.story, next.number);
  };
  await Promise.all(Array.from({ length: actors }, act));
  return stories.length;
}

/** One after the other: each sign-in costs 64 MiB and some time by intention. */
async function openDoors(url: string): Promise<Record<DemoUsername, Door>> {
  const usernames = Object.keys(demoAccounts) as DemoUsername[];
  const doors: [DemoUsername, Door][] = [];
  for (const username of usernames) doors.push([username, await openDoor(url, username)]);
  return Object.fromEntries(doors) as Record<DemoUsername, Door>;
}
