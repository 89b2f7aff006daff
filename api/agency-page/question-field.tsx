import type { InputHTMLAttributes, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceList } from '../../web/forms/choice-list.js';
import { clockName, inputName } from '../../web/forms/question.js';
import { useLabel } from '../../web/forms/use-label.js';
import { fieldId } from './act-form.js';
import { PickedField } from './picked-field.js';
import { choosing, TextField, TypedInput, typedIn, type FieldProps } from './typed-field.js';

/** The input that suits a question, as browsers know it by themselves. */
export function QuestionField({ form, question }: FieldProps): ReactNode {
  const { t } = useTranslation();
  const name = inputName(question.id);
  const shared = {
    id: fieldId(form, question.id),
    label: useLabel(question),
    description: question.help,
    error: form.problems[question.id],
  };
  switch (question.type) {
    case 'text':
      return (
        <TextField {...shared}>
          {(attributes) => (
            <textarea {...attributes} name={name} rows={3} defaultValue={typedIn(form, name)} />
          )}
        </TextField>
      );
    case 'line':
    case 'number':
    case 'date': {
      const attributesOf = typing[question.type];
      return (
        <TextField
          {...shared}
          {...(question.type === 'date' ? { description: question.help ?? t('date.example') } : {})}
        >
          {(attributes) => <TypedInput {...attributes} {...attributesOf} name={name} form={form} />}
        </TextField>
      );
    }
    case 'instant':
      return <MomentField form={form} question={question} />;
    case 'boolean':
      return <ChoiceList {...shared} kind="radio" options={yesOrNo(t)} input={choosing(form, name)} />;
    case 'choice':
    case 'choices':
      return (
        <ChoiceList
          {...shared}
          kind={question.type === 'choice' ? 'radio' : 'checkbox'}
          options={question.options ?? []}
          input={choosing(form, name)}
        />
      );
    case 'place':
    case 'agency':
      return <PickedField form={form} question={question} />;
  }
}

const typing = {
  line: {},
  number: { inputMode: 'decimal' },
  date: { className: 'short' },
} as const satisfies Record<string, InputHTMLAttributes<HTMLInputElement>>;

const yesOrNo = (t: ReturnType<typeof useTranslation>['t']) => [
  { id: 'true', title: t('yes') },
  { id: 'false', title: t('no') },
];

/** A day and a time of it, typed. */
function MomentField({ form, question }: FieldProps): ReactNode {
  const { t } = useTranslation();
  const id = fieldId(form, question.id);
  const error = form.problems[question.id];
  return (
    <fieldset className="choices">
      <legend>{useLabel(question)}</legend>
      {question.help !== undefined && <p className="input-help">{question.help}</p>}
      {error !== undefined && <p className="input-error">{error}</p>}
      <div className="row">
        <TextField id={id} label={t('date.day')} description={t('date.example')}>
          {(attributes) => <TypedInput {...attributes} name={inputName(question.id)} form={form} />}
        </TextField>
        <TextField id={`${id}-clock`} label={t('date.time')} description={t('date.time-example')}>
          {(attributes) => <TypedInput {...attributes} name={clockName(question.id)} form={form} />}
        </TextField>
      </div>
    </fieldset>
  );
}
