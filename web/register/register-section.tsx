import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { readAnswers } from '../forms/answers.js';
import { FormProblems } from '../forms/form-problems.js';
import type { EntryForm } from '../forms/entry-form.js';
import { problemsIn } from '../forms/problems-of.js';
import { QuestionList } from '../forms/question-list.js';
import { nowAhead } from '../time/deadline-words.js';
import { questionsOf, sectionIds, type Asking } from './sections.js';

interface Props {
  readonly number: number;
  readonly asking: Asking;
  readonly form: EntryForm;
  readonly onGo: (step: number) => void;
}

/** One section. What is optional never stands in the way. */
export function RegisterSection({ number, asking, form, onGo }: Props): ReactNode {
  const { t } = useTranslation();
  const [tries, setTries] = useState(0);
  const section = sectionIds[number - 1] ?? 'source';
  const questions = questionsOf(section, asking);
  const found = readAnswers(questions, asking.entered, nowAhead()).problems;
  const missing = problemsIn(questions, found, (code) => t(`answer.${code}`));
  const problems = tries > 0 ? missing : [];
  const go = (to: number): void => {
    setTries(tries + 1);
    if (missing.length === 0) onGo(to);
  };
  const toCheck = (): void => {
    go(sectionIds.length + 1);
  };
  return (
    <form
      className="card stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        go(number + 1);
      }}
    >
      <p className="quiet">{t('register.step', { number, of: sectionIds.length })}</p>
      <h2>{t(`register.${section}`)}</h2>
      <FormProblems problems={problems} attempt={String(tries)} />
      <QuestionList questions={questions} form={form} problems={problems} />
      <div className="row">
        <Button type="submit">{t('register.next')}</Button>
        {nothingMoreRequired(number, asking) && (
          <Button variant="default" onClick={toCheck}>
            {t('register.to-check')}
          </Button>
        )}
        {number > 1 && (
          <Button
            variant="default"
            onClick={() => {
              onGo(number - 1);
            }}
          >
            {t('register.back')}
          </Button>
        )}
      </div>
    </form>
  );
}

/** Whoever has only the least that must be known need not turn every page. */
const nothingMoreRequired = (number: number, asking: Asking): boolean =>
  number < sectionIds.length &&
  sectionIds
    .slice(number)
    .map((id) => readAnswers(questionsOf(id, asking), asking.entered, nowAhead()).problems)
    .every((problems) => Object.keys(problems).length === 0);
