import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { officersQuery } from '../api/queries.js';
import { Choices } from '../forms/choices.js';
import type { PickerProps } from '../forms/search-picker.js';

/** One of the posts of the agency that the same form names under `agencyId`. */
export function OfficerInput({ form, name, ...input }: PickerProps): ReactNode {
  const { t } = useTranslation();
  const entered = form.watch('agencyId');
  const agencyId = typeof entered === 'string' ? entered : '';
  const { data } = useQuery({ ...officersQuery(agencyId), enabled: agencyId !== '' });
  const before = useRef(agencyId);
  useEffect(() => {
    // Somebody of another agency was chosen: never send who is no longer shown.
    if (before.current !== agencyId) form.setValue(name, '');
    before.current = agencyId;
  }, [agencyId, form, name]);
  const officers = data?.items ?? [];
  const { description = t(noteKeyOf(agencyId, data === undefined ? undefined : officers.length)) } = input;
  return (
    <Choices
      {...input}
      description={officers.length > 0 ? input.description : description}
      name={name}
      form={form}
      kind="radio"
      options={officers.map(({ id, title }) => ({ id, title }))}
    />
  );
}

function noteKeyOf(agencyId: string, found: number | undefined) {
  if (agencyId === '') return 'act.officer-first-agency';
  return found === 0 ? 'act.officer-none' : 'waiting';
}
