import { DraftSaver, type Saving } from '../../web/register/draft-saver.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

const savedAt = '2026-11-24T07:32:00.000Z';

function saver(...answers: readonly ('ok' | 'away' | 'too large')[]) {
  const saved: string[] = [];
  const told: Saving['state'][] = [];
  const left = [...answers];
  const drafts = new DraftSaver<string>({
    save: (content) => {
      saved.push(content);
      const answer = left.shift() ?? 'ok';
      return answer === 'ok' ? Promise.resolve({ savedAt }) : Promise.reject(new Error(answer));
    },
    refusal: (error) => (error instanceof Error && error.message === 'too large' ? 'too large' : undefined),
    onChange: ({ state }) => told.push(state),
  });
  return { drafts, saved, told };
}

const after = (ms: number) => jest.advanceTimersByTimeAsync(ms);

describe('a draft', () => {
  it('is saved once the typing pauses, and only the newest', async () => {
    const { drafts, saved, told } = saver();
    for (const typed of ['S', 'Se', 'Sen']) {
      drafts.change(typed);
      await after(500);
    }
    expect(saved).toEqual([]);
    await after(1_500);
    expect(saved).toEqual(['Sen']);
    expect(told).toEqual(['saving', 'saved']);
  });

  it('that did not arrive is tried again until it does', async () => {
    const { drafts, saved, told } = saver('away', 'away', 'ok');
    drafts.change('Sen');
    await after(1_500 + 3_000 + 6_000);
    expect(saved).toEqual(['Sen', 'Sen', 'Sen']);
    expect(told).toEqual(['saving', 'trying', 'saving', 'trying', 'saving', 'saved']);
  });

  it('is tried with what was typed meanwhile, and at once when the network comes back', async () => {
    const { drafts, saved } = saver('away');
    drafts.change('Se');
    await after(1_500);
    drafts.change('Sen');
    drafts.hurry();
    await after(0);
    expect(saved).toEqual(['Se', 'Sen']);
  });

  it('that the server will never take is not sent over and over', async () => {
    const { drafts, saved, told } = saver('too large');
    drafts.change('…');
    await after(120_000);
    expect(saved).toHaveLength(1);
    expect(told.at(-1)).toBe('refused');
  });

  it('is not saved any more after it was sent for good', async () => {
    const { drafts, saved } = saver();
    drafts.change('Sen');
    drafts.stop();
    drafts.change('Sen 2');
    await after(10_000);
    expect(saved).toEqual([]);
  });
});
