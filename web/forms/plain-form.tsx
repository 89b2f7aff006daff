import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../api/problem.js';
import { Trouble } from '../shell/trouble.js';
import { nowAhead } from '../time/deadline-words.js';
import { readAnswers } from './answers.js';
import { FormProblems } from './form-problems.js';
import { useKnownTitles } from './known-titles.js';
import { OwnIds } from './own-ids.js';
import { placeIn, problemsIn, refusedIn, type Place } from './problems-of.js';
import type { Answers, Entered, Question } from './question.js';
import { QuestionList, type OwnInputs } from './question-list.js';

interface Props {
  readonly questions: readonly Question[];
  readonly inputs?: OwnInputs;
  readonly initial: Record<string, Entered[string]>;
  readonly submit: string;
  /** Sends the answers; what it throws is shown, at its question where it names one. */
  readonly send: (answers: Answers) => Promise<unknown>;
}

interface Sent {
  readonly answers: Answers;
  /** As it was typed, with the names of what was chosen. */
  readonly entered: Entered;
}

/** A form of its own, beside the acts on cases: questions, what is wrong, one button. */
export function PlainForm({ questions, inputs, initial, submit, send }: Props): ReactNode {
  const { t } = useTranslation();
  const form = useForm<Record<string, Entered[string]>>({ defaultValues: initial });
  useKnownTitles(form, initial);
  const [tries, setTries] = useState(0);
  const { answers, problems: found } = readAnswers(questions, form.watch(), nowAhead());
  const sending = useMutation({
    mutationFn: (sent: Sent) => send(sent.answers),
    gcTime: 0,
    networkMode: 'always',
  });
  const missing = problemsIn(questions, found, (code) => t(`answer.${code}`));
  const placeOf = (pointer: string): Place => placeIn(pointer, questions, sending.variables?.entered ?? {});
  const problems =
    tries > 0 && missing.length > 0 ? missing : refusedIn(questions, fieldErrors(sending.error), placeOf);
  const go = (): void => {
    setTries(tries + 1);
    if (missing.length === 0 && !sending.isPending) sending.mutate({ answers, entered: form.getValues() });
  };
  return (
    <OwnIds>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <FormProblems problems={problems} attempt={`${String(tries)} ${sending.status}`} />
        <QuestionList questions={questions} inputs={inputs} form={form} problems={problems} />
        {sending.error !== null && problems.length === 0 && (
          <Trouble error={sending.error} onRetry={go} partOf={(pointer) => placeOf(pointer).part} />
        )}
        <div>
          <Button type="submit" loading={sending.isPending}>
            {submit}
          </Button>
        </div>
      </form>
    </OwnIds>
  );
}
