import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { fieldErrors, isStale, Refused } from '../api/problem.js';
import { useCommand, type CommandDone } from '../api/use-command.js';
import { WhatChanged } from '../api/what-changed.js';
import { readAnswers, type AnswerProblem } from '../forms/answers.js';
import { FormProblems, type FormProblem } from '../forms/form-problems.js';
import { inputName, type Entered, type Question } from '../forms/question.js';
import { QuestionInput } from '../forms/question-input.js';
import { Trouble } from '../shell/trouble.js';
import { nowAhead } from '../time/deadline-words.js';
import { useUnsavedGuard } from './unsaved-guard.js';
import { questionOf, type Plan } from './plan.js';

interface Props {
  readonly plan: Plan;
  readonly caseId: string;
  /** The version of the case when this form was opened. */
  readonly version: number;
  readonly onDone: (done: CommandDone) => void;
}

/**
 * One act of a person: its questions, what is wrong with the answers, what the rules say to it, and what others did in
 * the meantime. Whatever happens, what was typed stays.
 */
export function ActForm(props: Props): ReactNode {
  const { plan, caseId } = props;
  const { form, questions, problems, asking, seen, send } = useAct(props);
  const { error } = asking;
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!asking.isPending) send(seen);
      }}
    >
      {plan.about !== undefined && <p>{plan.about}</p>}
      <FormProblems problems={problems} />
      {questions.map((question) => (
        <QuestionInput
          key={question.id}
          question={question}
          form={form}
          error={problems.find(({ inputId }) => inputId === inputName(question.id))?.message}
        />
      ))}
      {isStale(error) && (
        <WhatChanged
          caseId={caseId}
          since={seen}
          onSendAnyway={() => {
            send(newest(error, seen));
          }}
        />
      )}
      {error !== null && !isStale(error) && problems.length === 0 && (
        <Trouble
          error={error}
          onRetry={() => {
            send(seen);
          }}
        />
      )}
      <div>
        <Button type="submit" loading={asking.isPending} color={plan.grave === true ? 'red' : 'blue'}>
          {plan.submit}
        </Button>
      </div>
    </form>
  );
}

/** The answers of a form on their way to the case, and what came back. */
function useAct({ plan, caseId, version, onDone }: Props) {
  const { t } = useTranslation();
  const form = useForm<Record<string, Entered[string]>>({ defaultValues: { when: 'now' } });
  const asking = useCommand(caseId);
  const [seen, setSeen] = useState(version);
  const [own, setOwn] = useState<readonly FormProblem[]>([]);
  const entered = form.watch();
  const questions = withoutTheOnlyChoice(plan.questions(entered));
  useUnsavedGuard(form.formState.isDirty && !asking.isSuccess);

  const send = (at: number): void => {
    const given = withOnlyChoices(plan, entered);
    const { answers, problems } = readAnswers(plan.questions(entered), given, nowAhead());
    const found = problemsOf(questions, problems, (code) => t(`answer.${code}`));
    setOwn(found);
    if (found.length > 0) return;
    setSeen(at);
    asking.mutate({ command: plan.command(answers), version: at }, { onSuccess: onDone });
  };
  const problems = own.length > 0 ? own : serverProblems(asking.error, questions);
  return { form, questions, problems, asking, seen, send };
}

const newest = (error: Error | null, seen: number): number =>
  (error instanceof Refused ? error.problem.currentVersion : undefined) ?? seen;

/** Where there is but one outcome, it is not asked. */
const isOnlyChoice = ({ id, options }: Question): boolean => id === 'outcome' && options?.length === 1;

const withoutTheOnlyChoice = (questions: readonly Question[]): readonly Question[] =>
  questions.filter((question) => !isOnlyChoice(question));

function withOnlyChoices(plan: Plan, entered: Entered): Entered {
  const only = plan.questions(entered).find(isOnlyChoice);
  return only === undefined ? entered : { ...entered, [only.id]: only.options?.[0]?.id };
}

const problemsOf = (
  questions: readonly Question[],
  problems: Readonly<Record<string, AnswerProblem>>,
  words: (code: AnswerProblem) => string,
): readonly FormProblem[] =>
  questions.flatMap(({ id, title }) => {
    const problem = problems[id];
    return problem === undefined ? [] : [{ inputId: inputName(id), title, message: words(problem) }];
  });

/** What the API found wrong with single answers. */
function serverProblems(error: unknown, questions: readonly Question[]): readonly FormProblem[] {
  return fieldErrors(error).flatMap(({ pointer, message }) => {
    const question = questions.find(({ id }) => id === questionOf(pointer));
    return question === undefined
      ? []
      : [{ inputId: inputName(question.id), title: question.title, message }];
  });
}
