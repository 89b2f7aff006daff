import type { ReactNode } from 'react';
import type { AgencyView } from '../../api/contract/directory.js';
import type { Page } from '../../api/contract/page.js';
import { request } from '../api/request.js';
import { SearchPicker, type PickerProps } from './search-picker.js';

interface Props extends PickerProps {
  /** The role of the procedure that the agency must have. */
  readonly role?: string | undefined;
}

export function AgencyPicker({ role, ...props }: Props): ReactNode {
  return (
    <SearchPicker
      {...props}
      from={role === undefined ? 'first-letter' : 'the-start'}
      search={(q) => ({
        queryKey: ['agencies', q, role],
        queryFn: async ({ signal }) => {
          const query = { q, role, limit: 8 };
          const { items } = await request<Page<AgencyView>>({ path: '/agencies', query, signal });
          return items.map(({ id, name }) => ({ id, title: name }));
        },
        staleTime: 60_000,
      })}
    />
  );
}
