import { nameKey, phoneKey } from '../records/person-index.js';
import { PersonSearch, PossibleMatches } from '../contract/person-search.js';
import { fieldProblem } from '../problem.js';
import { nothing, ok, route } from './route.js';

export const searchRoutes = [
  route({
    method: 'post',
    path: '/cases/search',
    summary: 'Is this person known already? Of cases that are not mine only whom to ask',
    permission: 'search-person',
    audit: 'search-person',
    params: nothing,
    query: nothing,
    body: PersonSearch,
    answer: PossibleMatches,
    handler: async ({ parts, body, ...reader }) => {
      checkSearchable(body);
      await parts.searchBrake.admit(reader.viewer.userId);
      return ok({ items: await parts.records.search.find(body, reader), next: null });
    },
  }),
];

function checkSearchable({ fullName, phone }: PersonSearch): void {
  if (fullName === undefined && phone === undefined)
    throw fieldProblem({ pointer: '/fullName', code: 'name-or-phone' });
  if (fullName !== undefined && nameKey(fullName.reveal()) === '')
    throw fieldProblem({ pointer: '/fullName', code: 'name-or-phone' });
  if (phone !== undefined && phoneKey(phone.reveal()) === '')
    throw fieldProblem({ pointer: '/phone', code: 'phone' });
}
