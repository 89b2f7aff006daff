import { flowOf } from '../../../domain/procedure/flow.js';
import { procedures } from '../../../domain/procedure/catalogue.js';
import { closeStepId, type Procedure, type Step } from '../../../domain/procedure/procedure.js';
import { vn2025 } from '../../../domain/procedure/vn-2025/index.js';

const waysIn = (procedure: Procedure, to: string): string[] =>
  flowOf(procedure)
    .filter((way) => way.to === to && !way.again)
    .map(({ from }) => from)
    .sort();

describe('how the steps of a procedure follow each other', () => {
  test.each([
    ['notify-authority', ['register-report']],
    [
      'register-report',
      ['bring-from-border', 'bring-from-coast-guard', 'bring-from-other', 'bring-from-police'],
    ],
    // A step that it names, and the facts that verification decides.
    [
      'plan-return',
      ['initial-verification', 'needs-assessment', 'police-verification', 'talk-after-refusal'],
    ],
    // Who is in the facility was admitted before: a guard, no way of its own.
    ['after-stay', ['shelter-stay']],
    // Only an answer opens it.
    ['choose-facility', ['needs-assessment']],
  ])('%s follows %j', (step, before) => {
    expect(waysIn(vn2025, step)).toEqual(before);
  });

  test('a further attempt is told from the way on', () => {
    const again = flowOf(vn2025)
      .filter((way) => way.again)
      .map(({ from, to }) => `${from} > ${to}`);
    expect(again).toContain('shelter-admission > choose-facility');
    expect(again).toContain('replace-legal-aid > legal-aid');
  });

  test.each(procedures)('in $id, without further attempts nothing follows itself', (procedure) => {
    const forward = flowOf(procedure).filter(({ again }) => !again);
    const left = new Set(Object.keys(procedure.steps));
    for (let size = 0; size !== left.size;) {
      size = left.size;
      for (const step of [...left]) {
        if (!forward.some(({ from, to }) => to === step && left.has(from))) left.delete(step);
      }
    }
    expect([...left]).toEqual([]);
  });

  test.each(procedures)('in $id, every step but the first and the last follows another', (procedure) => {
    const alone = Object.keys(procedure.steps).filter((step) => waysIn(procedure, step).length === 0);
    const isFirst = ({ id, phase }: Step): boolean => phase === 'receipt' || id === closeStepId;
    expect(alone.filter((id) => !isFirst(procedure.steps[id] as Step))).toEqual([]);
    expect(alone).toContain(closeStepId);
  });
});
