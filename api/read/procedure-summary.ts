import { refOf, type FactDefinition, type Procedure } from '../../domain/procedure/procedure.js';
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
  phases: [...new Set(Object.values(procedure.steps).map(({ phase }) => phase))],
  roles: titled(
    mapped(procedure.roles, ({ title }) => title),
    language,
  ),
  steps: Object.keys(procedure.steps).length,
  limits: Object.keys(procedure.limits).length,
  facts: Object.entries(procedure.facts).map(([id, fact]) => factSummary(id, fact, language)),
  grounds: titled(procedure.grounds, language),
  outcomes: titled(
    mapped(procedure.closings, ({ title }) => title),
    language,
  ),
});

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
