import { parseArgs } from 'node:util';
import { configOrExit, readStartConfig } from '../config.js';
import { type Language, languages } from '../messages/message.js';
import { demoAccounts, type DemoUsername } from '../prisma/seed/demo-accounts.js';
import { type Door, openDoor, OtherVersion, Refused } from '../prisma/seed/demo/door.js';
import type { Doors } from '../prisma/seed/demo/perform-act.js';
import { Diary } from './journey/diary.js';
import { Narrator } from './journey/narrator.js';
import { type Traveller, travellers } from './journey/people.js';
import { Stage } from './journey/stage.js';
import { travel } from './journey/travel.js';
import { screenWords } from './journey/words.js';

/**
 * `npm run journey [-- --lang vi]`: one adult and one child go the whole way on the running system, as rehearsals,
 * through the API alone and with the demo accounts; prints what each agency had to do and what the clock did.
 */
async function main(): Promise<void> {
  const { port } = configOrExit(readStartConfig);
  const url = `http://127.0.0.1:${String(port)}`;
  const began = performance.now();
  await requireRunning(url);
  const doors = await openDoors(url);
  const language = wantedLanguage();
  const narrator = new Narrator(language, await screenWords(language));
  // Both at the same time; what the second one says waits until the first is home.
  const stages = travellers.map(() => new Stage((line) => process.stdout.write(`${line}\n`)));
  const go = async ({ name, story }: Traveller, index: number): Promise<void> => {
    const stage = stages[index];
    if (stage === undefined) return;
    stage.say(`\n━━ ${name} ━━\n`);
    await travel(doors, story, new Diary(narrator, (line) => stage.say(line)));
    stage.leave(stages[index + 1]);
  };
  stages[0]?.enter();
  await Promise.all(travellers.map(go));
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(
    `Both are home and their cases closed; months passed in ${seconds} s. Engine and record are the real ones.`,
  );
}

async function requireRunning(url: string): Promise<void> {
  const isThere = await fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
  if (isThere) return;
  throw new JourneyProblem(
    `Nothing answers at ${url}: start the system with npm start in another terminal, with the same PORT, and run this again.`,
  );
}

/** Only the accounts that take part; one after the other, since signing in is costly by intention. */
async function openDoors(url: string): Promise<Doors> {
  const doors: [string, Door][] = [];
  for (const username of Object.keys(demoAccounts) as DemoUsername[])
    doors.push([username, await openDoor(url, username).catch(withoutDemo)]);
  return Object.fromEntries(doors) as Doors;
}

function withoutDemo(error: unknown): never {
  if (error instanceof Refused && error.status === 401)
    throw new JourneyProblem(
      'The demo accounts are not there: the journey needs an installation with its demo world (LOIVE_DEMO=on).',
    );
  throw error;
}

function wantedLanguage(): Language {
  const { values } = parseArgs({ options: { lang: { type: 'string', default: 'en' } } });
  const found = languages.find((each) => each === values.lang);
  if (found === undefined) throw new JourneyProblem(`--lang must be one of ${languages.join(', ')}.`);
  return found;
}

class JourneyProblem extends Error {}

function whatStopped(error: unknown): string {
  const what = error instanceof Error ? error.message : String(error);
  if (error instanceof JourneyProblem) return what;
  if (error instanceof OtherVersion)
    return `The running system is of another version than this journey (${what}): stop it, start it anew with npm start, and run this again.`;
  return `The journey stopped: ${what}.`;
}

main().catch((error: unknown) => {
  console.error(whatStopped(error));
  process.exitCode = 1;
});
