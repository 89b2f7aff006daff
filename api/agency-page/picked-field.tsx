import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceList } from '../../web/forms/choice-list.js';
import { inputName } from '../../web/forms/question.js';
import { useLabel } from '../../web/forms/use-label.js';
import { fieldId } from './act-form.js';
import { pickedIn, pickedValue, searchIn, searchName } from './pickers.js';
import { choosing, TextField, TypedInput, type FieldProps } from './typed-field.js';
import { useSay } from './words.js';

/** A place or an agency: a part of its name is typed, the server looks it up, and one of those found is chosen. */
export function PickedField({ form, question }: FieldProps): ReactNode {
  const { t } = useTranslation();
  const say = useSay();
  const label = useLabel(question);
  const id = fieldId(form, question.id);
  const picked = pickedIn(form.entered, question.id);
  const found = form.found[question.id] ?? [];
  const listed = [
    ...(picked === undefined ? [] : [picked]),
    ...found.filter((each) => each.id !== picked?.id),
  ];
  const search = (
    <div className="row">
      <TextField
        id={listed.length > 0 ? `${id}-search` : id}
        label={listed.length > 0 ? say('link.find-again') : label}
        description={say('link.find-help')}
        error={listed.length > 0 ? undefined : form.problems[question.id]}
      >
        {(attributes) => <TypedInput {...attributes} name={searchName(question.id)} form={form} />}
      </TextField>
      <button name="step" value="find" className="second">
        {say('link.find')}
      </button>
    </div>
  );
  if (listed.length === 0)
    return (
      <div>
        {search}
        {searchIn(form.entered, question.id) !== '' && <p>{t('picker.none')}</p>}
      </div>
    );
  return (
    <div>
      <ChoiceList
        id={id}
        label={label}
        description={question.help}
        error={form.problems[question.id]}
        kind="radio"
        options={listed.map((each) => ({ id: pickedValue(each), title: each.title }))}
        input={choosing(form, inputName(question.id))}
      />
      {search}
    </div>
  );
}
