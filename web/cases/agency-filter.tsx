import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { agenciesQuery } from '../forms/agency-picker.js';
import { Picked, SearchBox } from '../forms/search-picker.js';

interface Props {
  /** As it stands in the address. */
  readonly agency: string | undefined;
  /** An empty text takes the filter away. */
  readonly onChange: (agency: string) => void;
}

/** Cases that an agency coordinates or has a task of. The address holds its id, people read its name. */
export function AgencyFilter({ agency, onChange }: Props): ReactNode {
  const { t } = useTranslation();
  const [moved, setMoved] = useState(0);
  const { data } = useQuery({ ...agenciesQuery({ id: agency ?? '' }), enabled: agency !== undefined });
  const set = (id: string): void => {
    setMoved(moved + 1);
    onChange(id);
  };
  const shared = { id: 'filter-agency', label: t('filter.agency'), moved };
  if (agency === undefined)
    return (
      <SearchBox
        {...shared}
        from="first-letter"
        search={(q) => agenciesQuery({ q, limit: 8 })}
        onChoose={({ id }) => {
          set(id);
        }}
      />
    );
  const title = data === undefined ? '…' : (data[0]?.title ?? t('filter.agency-unknown'));
  return (
    <Picked
      {...shared}
      chosen={{ id: agency, title }}
      onChange={() => {
        set('');
      }}
    />
  );
}
