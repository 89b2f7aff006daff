import type { Procedure, Words } from '../procedure.js';
import { finding, type Finding } from './finding.js';
import { stepsOf } from './outcomes.js';

/** Every title, instruction, reason and source is worded in both languages. */
export function wordingFindings(procedure: Procedure): readonly Finding[] {
  return allWords(procedure)
    .filter(([, { vi, en }]) => vi.trim() === '' || en.trim() === '')
    .map(([about, { vi, en }]) => finding('worded-in-both', about, `vi: ${vi} / en: ${en}`));
}

type Worded = readonly [about: string, words: Words];

const named = (about: string, table: Readonly<Record<string, Words>> = {}): readonly Worded[] =>
  Object.entries(table).map(([id, each]) => [`${about} ${id}`, each]);

const titled = (
  about: string,
  table: Readonly<Record<string, { readonly title: Words }>>,
): readonly Worded[] => Object.entries(table).map(([id, { title }]) => [`${about} ${id}`, title]);

function allWords(procedure: Procedure): readonly Worded[] {
  return [
    ['title', procedure.title],
    ...named('channel', procedure.channels),
    ...named('ground', procedure.grounds),
    ...titled('role', procedure.roles),
    ...titled('closing', procedure.closings),
    ...titled('fact', procedure.facts),
    ...Object.entries(procedure.facts).flatMap(([id, { values }]) => named(`fact ${id}`, values)),
    ...Object.values({ ...procedure.limits, ...procedure.serviceLevels }).map(({ id, source }): Worded => [
      id,
      source,
    ]),
    ...stepsOf(procedure).flatMap((step): readonly Worded[] => [
      [step.id, step.title],
      [`${step.id} instructions`, step.instructions],
      [`${step.id} source`, step.source],
      ...named(step.id, step.declineReasons),
      ...named(step.id, step.extension?.grounds),
      ...titled(step.id, step.outcomes),
      ...Object.entries(step.outcomes).flatMap(([outcome, { form }]) =>
        form.flatMap((field): readonly Worded[] => [
          [`${step.id}:${outcome} ${field.id}`, field.title],
          ...named(`${step.id}:${outcome} ${field.id}`, field.options),
        ]),
      ),
    ]),
  ];
}
