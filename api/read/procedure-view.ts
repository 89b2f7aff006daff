import { flowOf, type Succession } from '../../domain/procedure/flow.js';
import { limitIdsOf, phases, refOf, type Procedure, type Step } from '../../domain/procedure/procedure.js';
import type { Language } from '../../messages/message.js';
import type { LimitView, ProcedureView, StepView } from '../contract/procedure.js';

/** A procedure with its steps, what they follow and by when they must be done, in the reader's language. */
export function procedureView(procedure: Procedure, language: Language): ProcedureView {
  const flow = flowOf(procedure);
  const { from, to } = procedure.inForce;
  return {
    ref: refOf(procedure),
    title: procedure.title[language],
    inForce: { from, ...(to === undefined ? {} : { to }) },
    steps: phases.flatMap((phase) =>
      Object.values(procedure.steps)
        .filter((step) => step.phase === phase)
        .map((step) => stepView(step, { procedure, language, flow })),
    ),
  };
}

interface Context {
  readonly procedure: Procedure;
  readonly language: Language;
  readonly flow: readonly Succession[];
}

const stepView = (step: Step, context: Context): StepView => ({
  id: step.id,
  title: step.title[context.language],
  phase: step.phase,
  track: step.track,
  kind: step.kind,
  ...(step.channels === undefined ? {} : { channels: [...step.channels] }),
  role: {
    id: step.role,
    title: context.procedure.roles[step.role]?.title[context.language] ?? step.role,
  },
  mandatory: step.mandatory === true,
  ...(step.repeats === undefined ? {} : { repeats: step.repeats.max }),
  after: context.flow
    .filter(({ to, again }) => to === step.id && !again)
    .map(({ from }) => ({
      id: from,
      title: context.procedure.steps[from]?.title[context.language] ?? from,
    })),
  limits: limitsOf(step, context),
  source: step.source[context.language],
  confidence: step.confidence,
});

/** The limits of law first, then our own target. */
export function limitsOf(step: Step, { procedure, language }: Omit<Context, 'flow'>): LimitView[] {
  const limits = limitIdsOf(step, procedure).flatMap((id) => procedure.limits[id] ?? []);
  const level = step.serviceLevel === undefined ? undefined : procedure.serviceLevels[step.serviceLevel];
  return [
    ...limits.map((limit) => ({
      ...limitFields(limit, language),
      serviceLevel: false,
      ...(limit.validFrom === undefined ? {} : { validFrom: limit.validFrom }),
      ...(limit.validTo === undefined ? {} : { validTo: limit.validTo }),
    })),
    ...(level === undefined ? [] : [{ ...limitFields(level, language), serviceLevel: true }]),
  ];
}

const limitFields = (
  { id, amount, unit, direction, source, confidence }: Procedure['serviceLevels'][string],
  language: Language,
) => ({ id, amount, unit, direction, source: source[language], confidence });
