import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryForm } from './entry-form.js';
import { useInputId } from './own-ids.js';
import { useLabel } from './use-label.js';
import { clockName, inputName, type Question } from './question.js';

interface Props {
  readonly question: Question;
  readonly form: EntryForm;
  readonly error: string | undefined;
}

/** A day and a time of it, typed: a calendar is never the only way. */
export function MomentInput({ question, form, error }: Props): ReactNode {
  const { t } = useTranslation();
  const label = useLabel(question);
  const name = inputName(question.id);
  const id = useInputId()(name);
  return (
    <fieldset className="choices">
      <legend>{label}</legend>
      {question.help !== undefined && <p className="input-help">{question.help}</p>}
      {error !== undefined && (
        <p id={`${id}-error`} className="input-error">
          {error}
        </p>
      )}
      <div className="row">
        <TextInput
          id={id}
          label={t('date.day')}
          description={t('date.example')}
          autoComplete="off"
          className="short-input"
          aria-invalid={error !== undefined}
          {...form.register(name)}
        />
        <TextInput
          label={t('date.time')}
          description={t('date.time-example')}
          autoComplete="off"
          className="short-input"
          {...form.register(clockName(question.id))}
        />
      </div>
    </fieldset>
  );
}
