import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AgencyPicker } from './agency-picker.js';
import { Choices } from './choices.js';
import { MomentInput } from './moment-input.js';
import { PlacePicker } from './place-picker.js';
import type { EntryForm } from './entry-form.js';
import { useInputId } from './own-ids.js';
import { inputName, type Question } from './question.js';
import { useLabel } from './use-label.js';

interface Props {
  readonly question: Question;
  readonly form: EntryForm;
  /** What is wrong with the answer, in the reader's language. */
  readonly error: string | undefined;
}

/** More options than this are chosen from a list that folds away. */
const mostRadios = 7;

/** The input that suits a question. All of them work with the keyboard alone and keep what input methods type. */
export function QuestionInput({ question, form, error }: Props): ReactNode {
  const { t } = useTranslation();
  const name = inputName(question.id);
  const idOf = useInputId();
  const shared = { id: idOf(name), label: useLabel(question), description: question.help, error };
  switch (question.type) {
    case 'text':
      return <Textarea {...shared} autosize={false} rows={3} {...form.register(name)} />;
    case 'line':
      return <TextInput {...shared} autoComplete="off" spellCheck={false} {...form.register(name)} />;
    case 'number':
      return <TextInput {...shared} inputMode="decimal" {...form.register(name)} />;
    case 'date':
      return (
        <TextInput
          {...shared}
          description={question.help ?? t('date.example')}
          inputMode="text"
          autoComplete="off"
          className="short-answer"
          {...form.register(name)}
        />
      );
    case 'instant':
      return <MomentInput question={question} form={form} error={error} />;
    case 'boolean':
      return (
        <Choices
          {...shared}
          name={name}
          form={form}
          kind="radio"
          options={[
            { id: 'true', title: t('yes') },
            { id: 'false', title: t('no') },
          ]}
        />
      );
    case 'choice':
      if ((question.options?.length ?? 0) <= mostRadios)
        return <Choices {...shared} name={name} form={form} kind="radio" options={question.options ?? []} />;
      return (
        <NativeSelect
          {...shared}
          data={[
            { value: '', label: t('choose') },
            ...(question.options ?? []).map(({ id, title }) => ({ value: id, label: title })),
          ]}
          {...form.register(name)}
        />
      );
    case 'choices':
      return <Choices {...shared} name={name} form={form} kind="checkbox" options={question.options ?? []} />;
    case 'place':
      return <PlacePicker {...shared} name={name} form={form} on={question.on} />;
    case 'agency':
      return <AgencyPicker {...shared} name={name} form={form} of={question} />;
  }
}
