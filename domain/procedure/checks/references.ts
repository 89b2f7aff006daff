import { isRealFact } from '../fact.js';
import { closeStepId, type Condition, type FactValue, type Procedure, type Step } from '../procedure.js';
import { afterParts, listOf, partsOf, type Part } from './condition-parts.js';
import { finding, type Finding } from './finding.js';
import { outcomesOf } from './outcomes.js';

/** Everything named exists: steps, outcomes, facts and their values, roles, limits, ladders, fields. */
export const referenceFindings = (procedure: Procedure): readonly Finding[] => [
  ...Object.entries(procedure.steps).flatMap(([key, step]) => [
    ...(key === step.id ? [] : [finding('id-is-key', key, step.id)]),
    ...stepReferences(step, procedure),
    ...conditionReferences(step.opens, step.id, procedure),
  ]),
  ...Object.entries(procedure.closings).flatMap(([id, { when }]) =>
    conditionReferences(when, `closing ${id}`, procedure),
  ),
  ...Object.entries({ ...procedure.limits, ...procedure.serviceLevels }).flatMap(([key, { id, starts }]) => [
    ...(key === id ? [] : [finding('id-is-key', key, id)]),
    ...startReferences(starts, id, procedure),
  ]),
  ...closingStepFindings(procedure),
];

function stepReferences(step: Step, procedure: Procedure): readonly Finding[] {
  const missing = (what: string, ids: readonly string[], known: object): readonly Finding[] =>
    ids.filter((id) => !Object.hasOwn(known, id)).map((id) => finding(`${what}-exists`, step.id, id));
  return [
    ...missing(
      'role',
      [step.role, procedure.coordinatingRole, ...(step.extension?.decidedBy ?? [])],
      procedure.roles,
    ),
    ...missing('ladder', [step.ladder], procedure.ladders),
    ...missing('limit', step.limits, procedure.limits),
    ...(step.limitsWhen === undefined ? [] : conditionReferences(step.limitsWhen, step.id, procedure)),
    ...(step.within === undefined ? [] : afterFinding(step.within, step.id, procedure)),
    ...missing(
      'service-level',
      step.serviceLevel === undefined ? [] : [step.serviceLevel],
      procedure.serviceLevels,
    ),
    ...missing('extension', step.extension?.limits ?? [], {
      ...procedure.limits,
      ...procedure.serviceLevels,
    }),
    ...missing('needed-fact', step.needs.facts, procedure.facts),
    ...(step.records ?? [])
      .filter((fact) => procedure.facts[fact]?.recordable !== true)
      .map((fact) => finding('records-recordable-fact', step.id, fact)),
    ...outcomeReferences(step, procedure),
    ...agencyReferences(step, procedure),
  ];
}

function outcomeReferences(step: Step, procedure: Procedure): readonly Finding[] {
  return Object.entries(step.outcomes).flatMap(([id, { sets = {}, form }]) => {
    const about = `${step.id}:${id}`;
    const ids = form.map((field) => field.id);
    return [
      ...Object.entries(sets).flatMap(([fact, value]) => valueFinding([fact, value], about, procedure)),
      ...ids
        .filter((field, at) => ids.indexOf(field) !== at)
        .map((field) => finding('field-once', about, field)),
      ...form.flatMap((field) => {
        const options = Object.keys(field.options ?? {});
        const needsOptions = field.type === 'choice' || field.type === 'choices';
        const definition = field.fact === undefined ? undefined : procedure.facts[field.fact];
        const sample: Partial<Record<string, readonly FactValue[]>> = {
          boolean: [true],
          number: [1],
          date: ['2026-01-31'],
          choice: options,
        };
        const fits = sample[field.type]?.every(
          (value) => definition !== undefined && isRealFact(definition, value),
        );
        return [
          ...(field.fact === undefined || fits === true ? [] : [finding('field-fits-fact', about, field.id)]),
          ...(needsOptions === options.length > 0 ? [] : [finding('field-has-options', about, field.id)]),
          ...((field.type === 'place') === (field.placeKind !== undefined)
            ? []
            : [finding('field-has-place', about, field.id)]),
          ...(field.agencyRole === undefined || Object.hasOwn(procedure.roles, field.agencyRole)
            ? []
            : [finding('role-exists', about, field.agencyRole)]),
        ];
      }),
    ];
  });
}

function agencyReferences(step: Step, procedure: Procedure): readonly Finding[] {
  return (step.agencyFrom ?? []).flatMap((source) => {
    if (source === 'registrar') return [];
    const { step: from, field, when, role } = source;
    const asks = Object.values(procedure.steps[from]?.outcomes ?? {}).some(({ form }) =>
      form.some((each) => each.id === field && each.type === 'agency'),
    );
    return [
      ...(asks ? [] : [finding('agency-is-asked', step.id, `${from}.${field}`)]),
      ...(role === undefined || Object.hasOwn(procedure.roles, role)
        ? []
        : [finding('role-exists', step.id, role)]),
      ...(when === undefined ? [] : conditionReferences(when, step.id, procedure)),
    ];
  });
}

function conditionReferences(condition: Condition, about: string, procedure: Procedure): readonly Finding[] {
  return partsOf(condition).flatMap(({ leaf }) => [
    ...leafReferences(leaf, about, procedure),
    ...('since' in leaf && typeof leaf.since === 'string' ? afterFinding(leaf.since, about, procedure) : []),
  ]);
}

function leafReferences(leaf: Part['leaf'], about: string, procedure: Procedure): readonly Finding[] {
  if ('after' in leaf) return afterFinding(leaf.after, about, procedure);
  if ('fact' in leaf)
    return listOf(leaf.is).flatMap((value) => valueFinding([leaf.fact, value], about, procedure));
  if ('known' in leaf) return factFinding(leaf.known, about, procedure);
  if ('extended' in leaf) return extensionFinding(leaf.extended, about, procedure);
  if ('elapsed' in leaf) {
    return 'fact' in leaf.since
      ? factFinding(leaf.since.fact, about, procedure)
      : afterFinding(leaf.since.step, about, procedure);
  }
  return [];
}

function startReferences(
  starts: Procedure['limits'][string]['starts'],
  about: string,
  procedure: Procedure,
): readonly Finding[] {
  if (typeof starts === 'string') return [];
  if ('fact' in starts) return factFinding(starts.fact, about, procedure);
  if ('opened' in starts) return afterFinding(starts.opened, about, procedure);
  if ('completed' in starts) return afterFinding(starts.completed, about, procedure);
  return [starts.dueOf].flat().flatMap((step) => afterFinding(step, about, procedure));
}

function afterFinding(after: string, about: string, procedure: Procedure): readonly Finding[] {
  const { step, outcome } = afterParts(after);
  const named = procedure.steps[step];
  if (named === undefined) return [finding('step-exists', about, after)];
  return outcome === undefined || outcomesOf(named).includes(outcome)
    ? []
    : [finding('outcome-exists', about, after)];
}

function extensionFinding(step: string, about: string, { steps }: Procedure): readonly Finding[] {
  if (steps[step] === undefined) return [finding('step-exists', about, step)];
  return steps[step].extension === undefined ? [finding('time-can-be-extended', about, step)] : [];
}

const factFinding = (fact: string, about: string, { facts }: Procedure): readonly Finding[] =>
  Object.hasOwn(facts, fact) ? [] : [finding('fact-exists', about, fact)];

function valueFinding(
  [fact, value]: readonly [fact: string, value: FactValue],
  about: string,
  { facts }: Procedure,
): readonly Finding[] {
  const definition = facts[fact];
  if (definition === undefined) return [finding('fact-exists', about, fact)];
  return isRealFact(definition, value)
    ? []
    : [finding('fact-value-exists', about, `${fact} = ${String(value)}`)];
}

function closingStepFindings(procedure: Procedure): readonly Finding[] {
  const step = procedure.steps[closeStepId];
  if (step === undefined) return [finding('step-exists', closeStepId, 'the engine opens it')];
  const fits = step.role === procedure.coordinatingRole && step.kind === 'duty' && step.mandatory !== true;
  return fits ? [] : [finding('closing-step', closeStepId, 'a duty of the coordinating role, not mandatory')];
}
