import type { ReactNode } from 'react';
import type { PlaceView } from '../../api/contract/directory.js';
import type { Page } from '../../api/contract/page.js';
import { request } from '../api/request.js';
import { SearchPicker, type Found, type PickerProps } from './search-picker.js';

interface Props extends PickerProps {
  /** As of this day; today if absent. */
  readonly on?: string | undefined;
}

const shown = 8;

/** A commune, found by its name; its province stands beside it, since many communes share a name. */
export function PlacePicker({ on, ...props }: Props): ReactNode {
  return (
    <SearchPicker
      {...props}
      from="first-letter"
      search={(q) => ({
        queryKey: ['places', q, on],
        queryFn: async ({ signal }) => {
          const { items } = await request<Page<PlaceView>>({
            path: '/places',
            query: { q, on, limit: shown + 4 },
            signal,
          });
          return items
            .filter(({ kind }) => kind.endsWith('commune'))
            .slice(0, shown)
            .map(found);
        },
        staleTime: Infinity,
      })}
    />
  );
}

const found = ({ code, name, within }: PlaceView): Found => ({ id: code, title: name, about: within?.name });
