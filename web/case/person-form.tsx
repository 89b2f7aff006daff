import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../api/contract/person.js';
import { IntendedAct } from '../api/intended-act.js';
import { fieldErrors } from '../api/problem.js';
import { readAnswers } from '../forms/answers.js';
import { FormProblems } from '../forms/form-problems.js';
import type { Entered, Question } from '../forms/question.js';
import { refusedIn } from '../forms/problems-of.js';
import { QuestionList } from '../forms/question-list.js';
import { Trouble } from '../shell/trouble.js';
import { nowAhead } from '../time/deadline-words.js';
import { personKeys } from '../words/coded-words.js';
import { changesOf, enteredOf, type PersonField } from './person-changes.js';

interface Props {
  readonly view: PersonView;
  readonly onDone: (view: PersonView) => void;
  readonly onCancel: () => void;
}

/** Completes or corrects the sealed record. What was emptied is erased; that it was changed is recorded. */
export function PersonForm({ view, onDone, onCancel }: Props): ReactNode {
  const { t } = useTranslation();
  const { form, questions, saving, save, nothingChanged } = usePersonForm(view, onDone);
  const problems = refusedIn(questions, fieldErrors(saving.error), (pointer) => pointer.slice(1));
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <p>{t('person.correct-about')}</p>
      <FormProblems problems={problems} attempt={saving.status} />
      <QuestionList questions={questions} form={form} problems={problems} />
      {saving.error !== null && problems.length === 0 && <Trouble error={saving.error} onRetry={save} />}
      <div className="row">
        <Button type="submit" loading={saving.isPending} disabled={nothingChanged}>
          {t('person.save')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

function usePersonForm({ caseId, person, mayRead }: PersonView, onDone: Props['onDone']) {
  const { t } = useTranslation();
  const [act] = useState(() => new IntendedAct());
  const form = useForm<Record<string, Entered[string]>>({ defaultValues: enteredOf(person) });
  const fields = (Object.keys(personKeys) as readonly PersonField[]).filter((field) =>
    mayRead.includes(field),
  );
  const questions = fields.map((field): Question => ({
    id: field,
    title: t(personKeys[field]),
    type: field === 'story' ? 'text' : 'line',
    required: false,
    ...(field === 'birthDate' ? { help: t('register.birth-help') } : {}),
  }));
  const now = nowAhead();
  const changes = changesOf(person, readAnswers(questions, form.watch(), now).answers, { fields, now });
  const saving = useMutation({
    mutationFn: () =>
      act.send<PersonView>({
        method: 'PATCH',
        path: `/cases/${caseId}/person`,
        query: { purpose: 'correct-record' },
        body: changes,
      }),
    onSuccess: onDone,
    gcTime: 0,
    networkMode: 'always',
  });
  const save = (): void => {
    if (!saving.isPending) saving.mutate();
  };
  return { form, questions, saving, save, nothingChanged: Object.keys(changes).length === 0 };
}
