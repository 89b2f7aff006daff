import {
  groundedCommands,
  phasesOf,
  refOf,
  type FactDefinition,
  type Procedure,
} from '../../domain/procedure/procedure.js';
import type { Language } from '../../messages/message.js';
import type { ProcedureSummary } from '../contract/directory.js';
import { mapped, titled } from './task-view.js';

/** A procedure in the reader's language, without its steps. */
export const procedureSummary = (
  procedure: Procedure,
  language: Language,
  current: string,
): ProcedureSummary => ({
  ref: refOf(procedure),
  title: procedure.title[language],
  inForce: {
    from: procedure.inForce.from,
    ...(procedure.inForce.to === undefined ? {} : { to: procedure.inForce.to }),
  },
  current: refOf(procedure) === current,
  channels: titled({ ...procedure.channels }, language),
  phases: [...phasesOf(procedure)],
  roles: titled(
    mapped(procedure.roles, ({ title }) => title),
    language,
  ),
  steps: Object.keys(procedure.steps).length,
  limits: Object.keys(procedure.limits).length,
  facts: Object.entries(procedure.facts).map(([id, fact]) => factSummary(id, fact, language)),
  grounds: groundSummaries(procedure, language),
  outcomes: titled(
    mapped(procedure.closings, ({ title }) => title),
    language,
  ),
});

/** Those of an extension stand in its task: two steps may call different ones by the same code. */
const groundSummaries = (procedure: Procedure, language: Language): ProcedureSummary['grounds'] =>
  titled(procedure.grounds, language).map((ground) => ({
    ...ground,
    for: groundedCommands.filter((command) => procedure.groundsFor[command].includes(ground.id)),
  }));

const factSummary = (
  id: string,
  { title, type, recordable, values }: FactDefinition,
  language: Language,
) => ({
  id,
  title: title[language],
  type,
  recordable,
  ...(values === undefined ? {} : { values: titled(values, language) }),
});
