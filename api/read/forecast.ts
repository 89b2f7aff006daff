import type { CaseState } from '../../domain/case/case-state.js';
import type { CaseEvent, EventOf } from '../../domain/case/events.js';
import { procedureOf } from '../../domain/procedure/catalogue.js';
import type { Procedure } from '../../domain/procedure/procedure.js';
import type { Language } from '../../messages/message.js';
import type { Forecast } from '../contract/forecast.js';
import { stepTitle } from './task-view.js';

interface Forecasting {
  readonly events: readonly CaseEvent[];
  /** The state that the events lead to. */
  readonly state: CaseState;
  readonly language: Language;
  /** May this reader learn of a task of that role? */
  readonly seesRole: (role: string) => boolean;
}

/** The duties that events open and take back, as far as this reader may know of them. */
export function forecastOf({ events, state, language, seesRole }: Forecasting): Forecast {
  const procedure = procedureOf(state.procedure);
  const opened = events
    .filter((event) => event.type === 'task-opened')
    .filter(({ data }) => seesRole(data.role));
  const recalled = events.filter((event) => event.type === 'task-recalled');
  return {
    opens: opened.map(({ data }) => opensOf(data, procedure, language)),
    recalls: recalled.flatMap(({ data }) => {
      const task = state.tasks[data.taskId];
      return task === undefined || !seesRole(task.role) ? [] : [stepTitle(procedure, task.stepId, language)];
    }),
  };
}

type Opened = EventOf<'task-opened'>['data'];

function opensOf(data: Opened, procedure: Procedure, language: Language): Forecast['opens'][number] {
  return {
    stepId: data.stepId,
    title: stepTitle(procedure, data.stepId, language),
    role: procedure.roles[data.role]?.title[language] ?? data.role,
    due: dueOf(data, procedure),
  };
}

/** The strictest limit counts. */
function dueOf({ deadlines }: Opened, procedure: Procedure): Forecast['opens'][number]['due'] {
  const [strictest] = [...deadlines].sort((one, other) => one.dueAt.localeCompare(other.dueAt));
  if (strictest === undefined) return null;
  const limit = procedure.limits[strictest.limitId] ?? procedure.serviceLevels[strictest.limitId];
  return {
    at: strictest.dueAt,
    ...(strictest.dueDate === undefined ? {} : { date: strictest.dueDate }),
    amount: limit?.amount ?? 0,
    unit: limit?.unit ?? 'calendar-day',
    serviceLevel: strictest.serviceLevel,
  };
}
