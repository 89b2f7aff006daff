import { Button, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery, type UseQueryOptions } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryForm } from './entry-form.js';

export interface Found {
  readonly id: string;
  readonly title: string;
  readonly about?: string | undefined;
}

/** What every picker is told about the question that it answers. */
export interface PickerProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly error?: string | undefined;
  readonly form: EntryForm;
}

interface Props extends PickerProps {
  readonly search: (text: string) => UseQueryOptions<readonly Found[]>;
  /** What was chosen, as it is called now: the form keeps a name in the language in which it was chosen. */
  readonly named?: (id: string) => UseQueryOptions<readonly Found[]>;
  /** Is a list shown before anything is typed? */
  readonly from: 'first-letter' | 'the-start';
}

/** Finds one thing by a part of its name, with or without diacritics; what is found is chosen like any radio button. */
export function SearchPicker(props: Props): ReactNode {
  const { name, form, search, named = search } = props;
  const [picked, setPicked] = useState<Found>();
  const [moved, setMoved] = useState(0);
  // What the form came with is called as the form calls it now: its names change with the language.
  const kept = keptIn(form, name);
  const chosen = kept !== undefined && kept.id === picked?.id ? picked : kept;
  const isNamed = props.named !== undefined && chosen !== undefined;
  const { data: names } = useQuery({ ...named(chosen?.id ?? ''), enabled: isNamed });
  const choose = (found: Found | undefined): void => {
    setPicked(found);
    setMoved(moved + 1);
    form.setValue(titleName(name), found === undefined ? '' : titleOf(found));
    form.setValue(name, found?.id ?? '', { shouldDirty: true });
  };
  if (chosen === undefined) return <SearchBox {...props} moved={moved} onChoose={choose} />;
  return (
    <Picked
      {...props}
      moved={moved}
      chosen={isNamed ? (names?.[0] ?? chosen) : chosen}
      onChange={() => {
        choose(undefined);
      }}
    />
  );
}

/** What was pressed is gone with the list: the focus goes to what stands there instead. */
function useFocusWhenMoved<Element extends HTMLElement>(moved: number) {
  const target = useRef<Element>(null);
  useEffect(() => {
    if (moved > 0) target.current?.focus();
  }, [moved]);
  return target;
}

interface PickedProps extends Pick<PickerProps, 'id' | 'label'> {
  readonly moved: number;
  readonly chosen: Found;
  readonly onChange: () => void;
}

/** What was chosen, and the way to choose anew. */
export function Picked({ id, label, chosen, moved, onChange }: PickedProps): ReactNode {
  const { t } = useTranslation();
  const picked = useFocusWhenMoved<HTMLDivElement>(moved);
  return (
    <div className="picked" id={id} ref={picked} tabIndex={-1}>
      <p>
        <span className="input-label">{label}</span>
        <strong>{chosen.title}</strong> {chosen.about}
      </p>
      <Button variant="default" onClick={onChange}>
        {t('picker.change')}
      </Button>
    </div>
  );
}

interface SearchProps extends Omit<Props, 'form' | 'name'> {
  readonly moved: number;
  readonly onChoose: (found: Found) => void;
}

/** The search alone: what is chosen goes to whoever asked. */
export function SearchBox(props: SearchProps): ReactNode {
  const { id, label, description, error, search, from, moved, onChoose } = props;
  const { t } = useTranslation();
  const input = useFocusWhenMoved<HTMLInputElement>(moved);
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim());
  const asks = from === 'the-start' || text !== '';
  // While more is typed the list stays: whoever has reached a name by keyboard keeps the focus on it.
  const { data = [], isFetching } = useQuery({
    ...search(text),
    enabled: asks,
    placeholderData: keepPreviousData,
  });
  return (
    <div className="picker">
      <TextInput
        id={id}
        ref={input}
        label={label}
        description={description ?? t('picker.how')}
        error={error}
        value={typed}
        autoComplete="off"
        onChange={(event) => {
          setTyped(event.currentTarget.value);
        }}
      />
      <p className="hidden-words" role="status">
        {asks && !isFetching ? t('picker.found', { count: data.length }) : ''}
      </p>
      {asks && (
        <ul className="picker-list">
          {data.map((found) => (
            <li key={found.id}>
              <button
                type="button"
                className="picker-item"
                onClick={() => {
                  onChoose(found);
                }}
              >
                <strong>{found.title}</strong>
                {found.about !== undefined && <span>{found.about}</span>}
              </button>
            </li>
          ))}
          {data.length === 0 && !isFetching && <li className="quiet">{t('picker.none')}</li>}
        </ul>
      )}
    </div>
  );
}

/** The form keeps the title beside the id, for whoever comes back to it. */
export const titleName = (name: string): string => `${name}~title`;

const titleOf = ({ title, about }: Found): string => (about === undefined ? title : `${title}, ${about}`);

function keptIn(form: EntryForm, name: string): Found | undefined {
  const id = form.getValues(name);
  const title = form.getValues(titleName(name));
  return typeof id === 'string' && id !== '' && typeof title === 'string' ? { id, title } : undefined;
}
