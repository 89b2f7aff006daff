import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { closeStepId } from '../../domain/procedure/procedure.js';
import type { LimitView, ProcedureView, StepView } from '../../api/contract/procedure.js';
import { RecordTable, type Column } from '../shell/record-table.js';
import { limitWords } from '../time/explanation-words.js';
import { confidenceKeys, phases, phaseWords, trackWords } from '../words/coded-words.js';

interface Props {
  readonly procedure: ProcedureView;
  /** What is told of each step beside what the procedure says of it. */
  readonly told?: { readonly head: string; readonly of: (stepId: string) => ReactNode };
  /** The phase in which the case is. */
  readonly phase?: string;
}

/** The same as the picture, step by step: a table for each phase. */
export function StepList({ procedure, told, phase }: Props): ReactNode {
  const { t } = useTranslation();
  const columns = columnsOf(t, told);
  return phases.map((each, index) => {
    const steps = procedure.steps.filter((step) => step.phase === each);
    const title = `${String(index + 1)}. ${phaseWords(each, t)}`;
    return (
      <section key={each} className="stack steps" aria-labelledby={`steps-${each}`}>
        <h3 id={`steps-${each}`}>
          {title}
          {each === phase && <span className="flag flag-here">{t('phase-here')}</span>}
        </h3>
        {steps.length === 0 ? (
          <p className="quiet">{t('steps.none')}</p>
        ) : (
          <RecordTable caption={title} columns={columns} rows={steps} keyOf={({ id }) => id} />
        )}
      </section>
    );
  });
}

const columnsOf = (t: TFunction, told: Props['told']): readonly Column<StepView>[] => [
  { head: t('steps.step'), names: true, cell: (step) => <StepName step={step} /> },
  ...(told === undefined ? [] : [{ head: told.head, cell: ({ id }: StepView) => told.of(id) }]),
  { head: t('steps.who'), cell: ({ role }) => role.title },
  {
    head: t('steps.after'),
    cell: ({ after }) => (after.length === 0 ? '–' : after.map(({ title }) => title).join('; ')),
  },
  { head: t('steps.limits'), cell: ({ limits }) => <Limits limits={limits} /> },
];

function StepName({ step }: { readonly step: StepView }): ReactNode {
  const { t } = useTranslation();
  const more = [
    ...(step.track === 'main' ? [] : [t('steps.track', { track: trackWords(step.track, t) })]),
    ...(step.kind === 'request' ? [t('steps.request')] : []),
    ...(step.kind === 'stay' ? [t('steps.stay')] : []),
    ...(step.mandatory || step.id === closeStepId ? [] : [t('steps.optional')]),
    ...(step.repeats === undefined ? [] : [t('steps.repeats')]),
  ];
  return (
    <>
      <span className={step.track === 'main' ? 'step-main' : undefined}>{step.title}</span>
      {more.length > 0 && <p className="quiet">{more.join('; ')}</p>}
    </>
  );
}

/** Every limit with its length, register id, article and how sure we are of it. */
function Limits({ limits }: { readonly limits: readonly LimitView[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <ul className="limits">
      {limits.map((limit) => (
        <li key={limit.id}>
          <strong>{lengthOf(limit, t)}</strong> <span className="register-id">{limit.id}</span>
          <p className="quiet">
            {limit.source}. {!isOwn(limit) && t(confidenceKeys[limit.confidence])}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Of our own target no text of law can say more than that there is none. */
const isOwn = ({ serviceLevel, confidence }: LimitView): boolean => serviceLevel && confidence === 'C';

function lengthOf(limit: LimitView, t: TFunction): string {
  const length = limitWords(limit, t);
  const told = limit.direction === 'backward' ? t('steps.before', { length }) : length;
  return limit.serviceLevel ? t('steps.service-level', { length: told }) : told;
}
