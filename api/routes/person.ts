import { dateOf } from '../../domain/time/plain-date.js';
import { checkBirthDate } from '../commands/check-days.js';
import { CaseParams } from '../contract/case.js';
import { PersonChange, PersonQuery, PersonView, TextParams, TextView } from '../contract/person.js';
import { Problem } from '../problem.js';
import { personFieldsSeen, seesText } from '../read/sight.js';
import { caseSeen } from './case-seen.js';
import { noBody, ok, route } from './route.js';

export const personRoutes = [
  route({
    method: 'get',
    path: '/cases/{id}/person',
    summary: 'The sealed record, as far as my duty needs it; every read is audited with its purpose',
    permission: 'signed-in',
    audit: 'read-person',
    params: CaseParams,
    query: PersonQuery,
    body: noBody,
    answer: PersonView,
    handler: async (asked) => {
      const sight = await caseSeen(asked, 'see-person');
      const fields = personFieldsSeen(sight);
      if (fields.length === 0) throw new Problem('not-permitted');
      const { caseId } = sight.state;
      const reading = { viewer: asked.viewer, purpose: asked.query.purpose, now: asked.now, fields };
      return ok({
        caseId,
        person: await asked.parts.records.persons.open(caseId, reading),
        mayRead: [...fields],
      });
    },
  }),
  route({
    method: 'patch',
    path: '/cases/{id}/person',
    summary: 'Complete or correct the sealed record; null erases a field',
    permission: 'signed-in',
    audit: 'change-person',
    params: CaseParams,
    query: PersonQuery,
    body: PersonChange,
    answer: PersonView,
    handler: async (asked) => {
      const sight = await caseSeen(asked, 'change-person');
      const { caseId } = sight.state;
      const { parts, viewer, now } = asked;
      const reading = { viewer, purpose: asked.query.purpose, now };
      checkBirthDate(asked.body.birthDate, '/birthDate', dateOf(now));
      await parts.records.persons.change(caseId, asked.body, reading);
      const fields = personFieldsSeen(sight);
      return ok({
        caseId,
        person: await parts.records.persons.open(caseId, { ...reading, fields }),
        mayRead: [...fields],
      });
    },
  }),
  route({
    method: 'get',
    path: '/cases/{id}/texts/{textId}',
    summary: 'One sealed text that an event of the timeline points to; every read is audited',
    permission: 'signed-in',
    audit: 'read-text',
    params: TextParams,
    query: PersonQuery,
    body: noBody,
    answer: TextView,
    handler: async (asked) => {
      const sight = await caseSeen(asked, 'see-texts');
      const { caseId } = sight.state;
      const { textId } = asked.params;
      const events = await asked.parts.read.cases.allEvents(caseId);
      if (!seesText(sight, textId, events)) throw new Problem('not-found');
      const reading = { caseId, viewer: asked.viewer, purpose: asked.query.purpose, now: asked.now };
      const text = await asked.parts.records.texts.open(textId, reading);
      if (text === undefined) throw new Problem('not-found');
      return ok({ id: textId, ...text });
    },
  }),
];
