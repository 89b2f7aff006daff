import { Button, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly label: string;
  readonly q: string;
  /** Takes what was typed, without spaces around it. */
  readonly onSearch: (q: string) => void;
}

/** Finds rows of a list by a part of what they say; what is looked for stands in the address. */
export function ListSearch({ label, q, onSearch }: Props): ReactNode {
  const { t } = useTranslation();
  return (
    <form
      key={q}
      role="search"
      className="row row-end"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget).get('q');
        onSearch(typeof typed === 'string' ? typed.trim() : '');
      }}
    >
      <TextInput name="q" label={label} defaultValue={q} autoComplete="off" maxLength={80} />
      <Button type="submit" variant="default">
        {t('filter.search')}
      </Button>
    </form>
  );
}
