import type { CaseView } from '../../api/contract/case.js';
import { byNearness } from '../../web/case/steps-near.js';

const locked = (phase: CaseView['phase'], stepId: string = phase): CaseView['locked'][number] => ({
  stepId,
  title: stepId,
  phase,
  because: '',
});

describe('steps that are not open yet', () => {
  it('of the present phase and of the next one that has any come first', () => {
    const steps = [locked('receipt'), locked('verification'), locked('shelter'), locked('return')];
    const { near, far } = byNearness(steps, 'verification');
    expect(near.map(({ phase }) => phase)).toEqual(['verification', 'shelter']);
    expect(far.map(({ phase }) => phase)).toEqual(['receipt', 'return']);
  });

  it('are all far when nothing lies ahead', () => {
    expect(byNearness([locked('receipt')], 'follow-up')).toEqual({ near: [], far: [locked('receipt')] });
  });
});
