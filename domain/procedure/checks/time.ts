import { checkLimit } from '../../time/limit.js';
import { plainDate } from '../../time/plain-date.js';
import { roleOn } from '../succession.js';
import type { Procedure, Step } from '../procedure.js';
import { finding, type Finding } from './finding.js';
import { stepsOf } from './outcomes.js';

/** Nothing waits unseen: every duty and request has a time, every time makes sense and names its source. */
export const timeFindings = (procedure: Procedure): readonly Finding[] => [
  ...stepsOf(procedure).flatMap((step) => timed(step)),
  ...Object.values({ ...procedure.limits, ...procedure.serviceLevels }).flatMap((limit) => {
    const problem = checkLimit(limit);
    return problem === undefined ? [] : [finding('limit-makes-sense', limit.id, problem)];
  }),
  ...Object.values(procedure.limits)
    .filter(({ confidence }) => confidence === 'C')
    .map(({ id }) => finding('law-is-confirmed', id, 'confidence C runs as a service level')),
  ...unused(procedure),
  ...Object.keys(procedure.roles).flatMap(succession),
  ...Object.values(procedure.ladders).flatMap(({ id, rungs }) => {
    const ids = rungs.map((rung) => rung.id);
    return ids.length > 0 && new Set(ids).size === ids.length
      ? []
      : [finding('ladder-rungs', id, ids.join(', '))];
  }),
];

function timed(step: Step): readonly Finding[] {
  if (step.limits.length > 0 || step.within !== undefined || step.serviceLevel !== undefined) return [];
  return [
    finding(step.kind === 'stay' ? 'stay-ends' : 'time-is-set', step.id, 'neither limit nor service level'),
  ];
}

function unused(procedure: Procedure): readonly Finding[] {
  const used = new Set(
    stepsOf(procedure).flatMap(({ limits, serviceLevel, extension }) => [
      ...limits,
      ...(serviceLevel === undefined ? [] : [serviceLevel]),
      ...(extension?.limits ?? []),
    ]),
  );
  return Object.keys({ ...procedure.limits, ...procedure.serviceLevels })
    .filter((id) => !used.has(id))
    .map((id) => finding('limit-is-used', id, 'no step has it'));
}

function succession(role: string): readonly Finding[] {
  try {
    roleOn(role, plainDate('9999-12-31'));
    return [];
  } catch (circle) {
    return [finding('role-succession', role, circle instanceof Error ? circle.message : 'a circle')];
  }
}
