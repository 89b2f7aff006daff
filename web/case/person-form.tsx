import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../api/contract/person.js';
import { KeptNotice, useKeptForm } from '../acts/kept-form.js';
import { fieldErrors } from '../api/problem.js';
import { readAnswers } from '../forms/answers.js';
import { FormProblems } from '../forms/form-problems.js';
import type { Question } from '../forms/question.js';
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
  const { kept, questions, saving, save, nothingChanged } = usePersonForm(view, onDone);
  const problems = refusedIn(questions, fieldErrors(saving.error), (pointer) => ({ id: pointer.slice(1) }));
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
      <KeptNotice kept={kept} />
      <Fragment key={String(kept.restored)}>
        <QuestionList questions={questions} form={kept.form} problems={problems} />
      </Fragment>
      {saving.error !== null && problems.length === 0 && <Trouble error={saving.error} onRetry={save} />}
      <div className="row">
        <Button type="submit" loading={saving.isPending} disabled={nothingChanged}>
          {t('person.save')}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            kept.forget();
            onCancel();
          }}
        >
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

/** Under which a correction that was begun is kept while other pages are looked at. */
export const correctionName = (caseId: string): string => `${caseId} person`;

function usePersonForm({ caseId, person, mayRead }: PersonView, onDone: Props['onDone']) {
  const { t } = useTranslation();
  const kept = useKeptForm(correctionName(caseId), enteredOf(person));
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
  const changes = changesOf(person, readAnswers(questions, kept.form.watch(), now).answers, { fields, now });
  const saving = useMutation({
    mutationFn: () =>
      kept.act.send<PersonView>({
        method: 'PATCH',
        path: `/cases/${caseId}/person`,
        query: { purpose: 'correct-record' },
        body: changes,
      }),
    onSuccess: (saved) => {
      kept.forget();
      onDone(saved);
    },
    gcTime: 0,
    networkMode: 'always',
  });
  const save = (): void => {
    if (!saving.isPending) saving.mutate();
  };
  return { kept, questions, saving, save, nothingChanged: Object.keys(changes).length === 0 };
}
