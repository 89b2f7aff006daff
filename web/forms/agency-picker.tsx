import type { UseQueryOptions } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { AgencyView } from '../../api/contract/directory.js';
import type { Page } from '../../api/contract/page.js';
import { request, type Query } from '../api/request.js';
import { currentLanguage } from '../words/language.js';
import type { Question } from './question.js';
import { SearchPicker, type Found, type PickerProps } from './search-picker.js';

interface Props extends PickerProps {
  /** The role of the procedure that the agency must have, as of which day, near to which task, and which it is not. */
  readonly of: Pick<Question, 'agencyRole' | 'on' | 'nearTask' | 'except'>;
}

export function AgencyPicker({ of, ...props }: Props): ReactNode {
  const { agencyRole: role, on, nearTask: task, except } = of;
  return (
    <SearchPicker
      {...props}
      from={role === undefined ? 'first-letter' : 'the-start'}
      search={(q) => ({
        ...agenciesQuery({ q, role, on, task, limit: 8 }),
        select: (found) => found.filter(({ id }) => id !== except),
      })}
      named={namedAgency}
    />
  );
}

interface Wish extends Query {
  readonly q?: string;
  /** This one, to say its name. */
  readonly id?: string;
  readonly role?: string | undefined;
  readonly on?: string | undefined;
  readonly task?: string | undefined;
}

/** One agency, in the language that is shown now. */
export const namedAgency = (id: string): UseQueryOptions<readonly Found[]> => agenciesQuery({ id });

/** Agencies as they are offered. */
export const agenciesQuery = (query: Wish): UseQueryOptions<readonly Found[]> => ({
  queryKey: ['agencies', query, currentLanguage()],
  queryFn: async ({ signal }): Promise<readonly Found[]> => {
    const { items } = await request<Page<AgencyView>>({ path: '/agencies', query, signal });
    return items.map(({ id, name }) => ({ id, title: name }));
  },
  staleTime: 60_000,
});
