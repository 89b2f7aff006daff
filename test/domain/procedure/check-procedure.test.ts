import { procedures } from '../../../domain/procedure/catalogue.js';
import { checkProcedure } from '../../../domain/procedure/check-procedure.js';
import { refOf, type Procedure, type Step } from '../../../domain/procedure/procedure.js';
import { vn2025 } from '../../../domain/procedure/vn-2025/index.js';

/** The procedure with one step changed. */
const withStep = (id: string, change: (step: Step) => Step): Procedure => {
  const step = vn2025.steps[id];
  if (step === undefined) throw new Error(`${id} is no step`);
  return { ...vn2025, steps: { ...vn2025.steps, [id]: change(step) } };
};

const without = (id: string): Procedure => {
  const { [id]: _gone, ...steps } = vn2025.steps;
  return { ...vn2025, steps };
};

const opensWhen = (id: string, opens: Step['opens']): Procedure =>
  withStep(id, (step) => ({ ...step, opens }));

const limit = (id: string, more: object): Procedure => {
  const old = vn2025.limits[id];
  if (old === undefined) throw new Error(`${id} is no limit`);
  return { ...vn2025, limits: { ...vn2025.limits, [id]: { ...old, ...more } } };
};

const nothing = { vi: ' ', en: 'x' };
const words = { vi: 'x', en: 'x' };

/** One way to break a procedure for each check. */
const broken: readonly [check: string, about: string, procedure: Procedure][] = [
  ['id-is-key', 'inform-rights', withStep('inform-rights', (step) => ({ ...step, id: 'inform' }))],
  ['step-exists', 'inform-rights', opensWhen('inform-rights', { after: 'nowhere' })],
  ['step-exists', 'inform-rights', opensWhen('inform-rights', { extended: 'nowhere' })],
  ['time-can-be-extended', 'inform-rights', opensWhen('inform-rights', { extended: 'receive-case' })],
  ['step-exists', 'close-case', without('close-case')],
  ['outcome-exists', 'inform-rights', opensWhen('inform-rights', { after: 'register-report:done' })],
  ['outcome-exists', 'inform-rights', opensWhen('inform-rights', { after: 'register-report:declined' })],
  ['fact-exists', 'inform-rights', opensWhen('inform-rights', { not: { known: 'isTall' } })],
  ['fact-value-exists', 'inform-rights', opensWhen('inform-rights', { fact: 'victimStatus', is: 'surely' })],
  [
    'fact-value-exists',
    'inform-rights:informed',
    withStep('inform-rights', (step) => ({
      ...step,
      outcomes: { informed: { title: words, form: [], sets: { isMinor: 'yes' } } },
    })),
  ],
  [
    'role-exists',
    'inform-rights',
    withStep('inform-rights', (step) => ({ ...step, role: 'district-chair' })),
  ],
  ['ladder-exists', 'inform-rights', withStep('inform-rights', (step) => ({ ...step, ladder: 'rope' }))],
  ['limit-exists', 'inform-rights', withStep('inform-rights', (step) => ({ ...step, limits: ['R25.X'] }))],
  [
    'service-level-exists',
    'inform-rights',
    withStep('inform-rights', (step) => ({ ...step, serviceLevel: 'SL.X' })),
  ],
  [
    'extension-exists',
    'inform-rights',
    withStep('inform-rights', (step) => ({
      ...step,
      extension: { limits: ['R25.X'], times: 1, decidedBy: [], grounds: {} },
    })),
  ],
  [
    'needed-fact-exists',
    'inform-rights',
    withStep('inform-rights', (step) => ({ ...step, needs: { facts: ['isTall'], person: [] } })),
  ],
  [
    'agency-is-asked',
    'shelter-admission',
    withStep('shelter-admission', (step) => ({
      ...step,
      agencyFrom: [{ step: 'choose-facility', field: 'note' }],
    })),
  ],
  [
    'field-fits-fact',
    'inform-rights:informed',
    withStep('inform-rights', (step) => ({
      ...step,
      outcomes: {
        informed: {
          title: words,
          form: [{ id: 'a', title: words, type: 'boolean', required: true, fact: 'confirmedOn' }],
        },
      },
    })),
  ],
  [
    'field-has-options',
    'inform-rights:informed',
    withStep('inform-rights', (step) => ({
      ...step,
      outcomes: {
        informed: { title: words, form: [{ id: 'a', title: words, type: 'choice', required: true }] },
      },
    })),
  ],
  [
    'field-has-place',
    'inform-rights:informed',
    withStep('inform-rights', (step) => ({
      ...step,
      outcomes: {
        informed: { title: words, form: [{ id: 'a', title: words, type: 'place', required: true }] },
      },
    })),
  ],
  [
    'field-once',
    'inform-rights:informed',
    withStep('inform-rights', (step) => {
      const same = { id: 'a', title: words, type: 'text', required: true } as const;
      return { ...step, outcomes: { informed: { title: words, form: [same, same] } } };
    }),
  ],
  [
    'time-is-set',
    'inform-rights',
    withStep('inform-rights', ({ serviceLevel: _gone, ...step }) => ({ ...step, limits: [] })),
  ],
  ['stay-ends', 'shelter-stay', withStep('shelter-stay', (step) => ({ ...step, limits: [] }))],
  ['limit-makes-sense', 'R25.A.INITIAL', limit('R25.A.INITIAL', { amount: 0 })],
  ['limit-is-used', 'R25.A.INITIAL', withStep('initial-verification', (step) => ({ ...step, limits: [] }))],
  ['law-is-confirmed', 'R25.A.INITIAL', limit('R25.A.INITIAL', { confidence: 'C' })],
  ['ladder-rungs', 'days', { ...vn2025, ladders: { ...vn2025.ladders, days: { id: 'days', rungs: [] } } }],
  ['worded-in-both', 'inform-rights', withStep('inform-rights', (step) => ({ ...step, title: nothing }))],
  ['worded-in-both', 'R25.A.INITIAL', limit('R25.A.INITIAL', { source: nothing })],
  ['step-reachable', 'inform-rights', opensWhen('inform-rights', { after: 'inform-rights' })],
  ['step-reachable', 'inform-rights', opensWhen('inform-rights', { fact: 'returnPlan', is: [] })],
  [
    'closing-reachable',
    'died',
    {
      ...vn2025,
      closings: { ...vn2025.closings, died: { title: words, when: { fact: 'childStage', is: [] } } },
    },
  ],
  ['step-can-end', 'inform-rights', withStep('inform-rights', (step) => ({ ...step, outcomes: {} }))],
  ['decline-has-reasons', 'legal-aid', withStep('legal-aid', ({ declineReasons: _gone, ...step }) => step)],
  ['decline-is-followed', 'legal-aid', without('replace-legal-aid')],
  ['end-is-followed', 'shelter-stay', without('after-stay')],
  [
    'cycle-is-bounded',
    'police-verification',
    withStep('police-verification', ({ repeats: _gone, ...step }) => step),
  ],
  ['cycle-is-bounded', 'follow-up', withStep('follow-up', ({ repeats: _gone, ...step }) => step)],
  ['closing-step', 'close-case', withStep('close-case', (step) => ({ ...step, mandatory: true }))],
];

describe('what is wrong with a procedure', () => {
  test.each(procedures.map((procedure) => [refOf(procedure), procedure] as const))(
    '%s: nothing',
    (_ref, procedure) => {
      expect(checkProcedure(procedure)).toEqual([]);
    },
  );

  test.each(broken)('%s is noticed (%s)', (check, about, procedure) => {
    expect(checkProcedure(procedure)).toContainEqual(expect.objectContaining({ check, about }));
  });
});
