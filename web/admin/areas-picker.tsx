import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaceView } from '../../api/contract/directory.js';
import type { Page } from '../../api/contract/page.js';
import { dateOf } from '../../domain/time/plain-date.js';
import { request } from '../api/request.js';
import { FieldNotes } from '../forms/field-notes.js';
import { SearchBox, titleName, type Found, type PickerProps } from '../forms/search-picker.js';
import { readDay } from '../time/date-entry.js';
import { nowAhead } from '../time/deadline-words.js';
import { areasAsOf, areaWords } from './agency-questions.js';

const shown = 10;

/** Places of every level, each with all that lies in it: found by name, added one after the other. */
export function AreasPicker(props: PickerProps): ReactNode {
  const { id, name, label, description, error, form } = props;
  const { t } = useTranslation();
  const [added, setAdded] = useState(0);
  const areas = areasIn(form, name);
  const set = (next: readonly Found[]): void => {
    form.setValue(
      titleName(name),
      next.map(({ title }) => title),
    );
    form.setValue(
      name,
      next.map(({ id: code }) => code),
      { shouldDirty: true },
    );
  };
  const add = (found: Found): void => {
    if (areas.every((area) => area.id !== found.id)) set([...areas, found]);
    setAdded(added + 1);
  };
  const search = usePlaces(form);
  return (
    <fieldset className="choices stack">
      <legend>{label}</legend>
      <FieldNotes id={`${id}-all`} description={description} error={error} />
      <ChosenAreas areas={areas} onChange={set} />
      <SearchBox
        {...props}
        key={added}
        moved={added}
        label={t('agencies.area-add')}
        description={undefined}
        error={undefined}
        from="first-letter"
        search={search}
        onChoose={add}
      />
      <div>
        <Button
          variant="default"
          size="compact-md"
          onClick={() => {
            add({ id: 'vn', title: t('agencies.area-nation') });
          }}
        >
          {t('agencies.area-add-nation')}
        </Button>
      </div>
    </fieldset>
  );
}

interface ChosenProps {
  readonly areas: readonly Found[];
  readonly onChange: (left: readonly Found[]) => void;
}

function ChosenAreas({ areas, onChange }: ChosenProps): ReactNode {
  const { t } = useTranslation();
  if (areas.length === 0) return null;
  return (
    <ul className="areas">
      {areas.map((area) => (
        <li key={area.id}>
          <span>{area.title}</span>
          <Button
            variant="default"
            size="compact-md"
            onClick={() => {
              onChange(areas.filter((each) => each.id !== area.id));
            }}
          >
            {t('agencies.area-remove')}
            <span className="hidden-words"> {area.title}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** Places as they were, or will be, when the agency exists. */
function usePlaces(form: PickerProps['form']) {
  const { t } = useTranslation();
  const now = nowAhead();
  const day = (name: string): string | null => {
    const typed = form.getValues(name);
    return (typeof typed === 'string' ? readDay(typed, now) : undefined) ?? null;
  };
  const on = areasAsOf({ validFrom: day('validFrom'), validTo: day('validTo') }, dateOf(now));
  return (q: string) => ({
    queryKey: ['places', 'areas', q, on],
    queryFn: async ({ signal }: { signal: AbortSignal }): Promise<readonly Found[]> => {
      const query = { q, on, limit: shown };
      const { items } = await request<Page<PlaceView>>({ path: '/places', query, signal });
      return items.map((place) => ({ id: place.code, title: areaWords(areaOf(place), t) }));
    },
    staleTime: Infinity,
  });
}

const areaOf = ({ name, within, validFrom, validTo }: PlaceView) => ({
  name,
  within: within?.name ?? null,
  validFrom: validFrom ?? null,
  validTo: validTo ?? null,
});

function areasIn(form: PickerProps['form'], name: string): readonly Found[] {
  const [codes, titles] = [form.getValues(name), form.getValues(titleName(name))];
  if (!Array.isArray(codes)) return [];
  return codes.map(String).map((id, index) => ({
    id,
    title: Array.isArray(titles) ? String(titles[index] ?? id) : id,
  }));
}
