import { procedureInForceOn } from '../../domain/procedure/catalogue.js';
import { dateOf, plainDate } from '../../domain/time/plain-date.js';
import { parseInstant } from '../../domain/time/instant.js';
import { type Scene, nextAct } from '../../prisma/seed/demo/next-act.js';
import type { SeenTask } from '../../prisma/seed/demo/shapes.js';
import { stories } from '../../prisma/seed/demo/stories.js';
import { type Story, usualAnswers } from '../../prisma/seed/demo/story.js';
import { readPlaces } from '../../prisma/seed/reference-files.js';

const placeCodes = readPlaces().map(({ code }) => code);
const implicit = ['declined', 'declined-by-person', 'ended'];

describe('the stories of the demo world', () => {
  test.each(stories.map((story, index) => [index + 1, story] as const))(
    'story %i names steps, outcomes, facts and places that there are',
    (_, story) => {
      const procedure = procedureOf(story);
      for (const [step, outcomes] of Object.entries({ ...usualAnswers, ...story.answers })) {
        const known = [...Object.keys(procedure.steps[step]?.outcomes ?? {}), ...implicit];
        expect(known).toEqual(expect.arrayContaining([outcomes].flat()));
      }
      expect(Object.keys(procedure.steps)).toEqual(expect.arrayContaining(Object.keys(story.paces ?? {})));
      expect(Object.keys(procedure.facts)).toEqual(expect.arrayContaining(Object.keys(story.facts)));
      const places = [story.place, story.residence, story.formerResidence ?? story.place];
      expect(placeCodes).toEqual(expect.arrayContaining(places));
    },
  );

  function procedureOf({ received }: Story) {
    const day = typeof received === 'string' ? parseInstant(received) : undefined;
    const found = procedureInForceOn(day === undefined ? plainDate('2026-11-24') : dateOf(day));
    if (found === undefined) throw new Error('no procedure in force');
    return found;
  }
});

describe('what happens next in a story', () => {
  const noon = Date.parse('2026-11-24T12:00:00Z');

  test('a task is answered in part of its time, and nothing is answered ahead of the present', () => {
    const scene = sceneOf([task('register-report')], { 'register-report': 0.5 });
    expect(nextAct(scene, noon)).toMatchObject({ at: Date.parse('2026-11-24T11:00:00Z') });
    expect(nextAct(scene, Date.parse('2026-11-24T10:59:00Z'))).toBeUndefined();
  });

  test('the earliest comes first; who stays silent never comes', () => {
    const tasks = [task('police-verification'), task('needs-assessment'), task('assess-protection')];
    const scene = sceneOf(tasks, {
      'police-verification': 'never',
      'needs-assessment': 0.9,
      'assess-protection': 0.4,
    });
    expect(nextAct(scene, noon + 3_600_000)?.task.stepId).toBe('assess-protection');
    expect(
      nextAct(sceneOf([task('police-verification')], { 'police-verification': 'never' }), noon * 2),
    ).toBeUndefined();
  });

  test('a stay lasts until the way home, and nobody travels who must stay', () => {
    const stay = task('shelter-stay', { kind: 'stay' });
    const travel = task('confirm-arrival', { due: { at: '2026-11-25T10:00:00Z' } });
    expect(nextAct(sceneOf([stay], {}), noon * 2)).toBeUndefined();
    expect(nextAct(sceneOf([stay, travel], { 'confirm-arrival': 1 }), noon * 2)?.task.stepId).toBe(
      'shelter-stay',
    );
    expect(nextAct(sceneOf([stay, travel], { 'shelter-stay': 'never' }), noon * 2)).toBeUndefined();
  });

  test('a case is closed only with an outcome that the law allows', () => {
    const scene = sceneOf([task('close-case')], {});
    expect(nextAct(scene, noon * 2)).toBeUndefined();
    const permitted = [{ type: 'close-case', outcomes: ['withdrawn'] }];
    expect(nextAct({ ...scene, seen: { ...scene.seen, permitted } }, noon * 2)?.closes).toBe('withdrawn');
  });

  function task(stepId: string, more: Partial<SeenTask> = {}): SeenTask {
    const due = { at: '2026-11-24T12:00:00Z' };
    return {
      id: stepId,
      stepId,
      kind: 'duty',
      status: 'offered',
      agency: null,
      offeredAt: '2026-11-24T10:00:00Z',
      due,
      ...more,
    };
  }

  function sceneOf(tasks: readonly SeenTask[], paces: NonNullable<Story['paces']>): Scene {
    const story: Story = {
      received: 1,
      place: 'c:00070',
      residence: 'c:00070',
      registeredBy: 'commune',
      facts: {},
      paces,
    };
    const seen = {
      id: 'case',
      version: 1,
      procedure: 'vn-2025@1',
      status: 'open',
      openedAt: '2026-11-24T10:00:00Z',
      coordinatingAgency: null,
      tasks: [...tasks],
      escalations: [],
      permitted: [],
    } as const;
    return { seen: { ...seen, tasks: [...tasks], escalations: [], permitted: [] }, story };
  }
});
