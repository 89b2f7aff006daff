import { Button } from '@mantine/core';
import { Fragment, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors, isStale, Refused } from '../api/problem.js';
import { useCommand, type CommandDone } from '../api/use-command.js';
import { WhatChanged } from '../api/what-changed.js';
import { readAnswers } from '../forms/answers.js';
import { FormProblems } from '../forms/form-problems.js';
import { OwnIds } from '../forms/own-ids.js';
import type { Entered, Question } from '../forms/question.js';
import { problemsIn, refusedIn } from '../forms/problems-of.js';
import { QuestionList } from '../forms/question-list.js';
import { Trouble } from '../shell/trouble.js';
import { nowAhead } from '../time/deadline-words.js';
import { ForecastList } from './forecast-list.js';
import { masked } from './masked.js';
import { useForecast } from './use-forecast.js';
import { KeptNotice, ofAnAct, useKeptForm } from './kept-form.js';
import { OfficerInput } from './officer-input.js';
import { questionOf, type Plan } from './plan.js';

interface Props {
  /** Under which what was typed is kept while other pages are looked at. */
  readonly name: string;
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
  const { form, kept, questions, problems, attempt, asking, seen, send, forecast } = useAct(props);
  const { error } = asking;
  return (
    <OwnIds>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!asking.isPending) send(seen);
        }}
      >
        {plan.about !== undefined && <p>{plan.about}</p>}
        <KeptNotice kept={kept} />
        <FormProblems problems={problems} attempt={attempt} />
        <Fragment key={String(kept.restored)}>
          <QuestionList
            questions={questions}
            form={form}
            problems={problems}
            inputs={plan.asksOfficer === true ? officerInputs : undefined}
          />
        </Fragment>
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
        <ForecastList forecast={forecast} />
        <div>
          <Button
            type="submit"
            variant={plan.beside === true ? 'outline' : 'filled'}
            loading={asking.isPending}
            color={plan.grave === true ? 'red' : 'blue'}
          >
            {plan.submit}
          </Button>
        </div>
      </form>
    </OwnIds>
  );
}

const officerInputs = { userId: OfficerInput };

/** The answers of a form on their way to the case, and what came back. */
function useAct({ name, plan, caseId, version, onDone }: Props) {
  const { t } = useTranslation();
  const kept = useKeptForm(name, { ...ofAnAct, ...plan.standing });
  const { form } = kept;
  const asking = useCommand(caseId, kept.act);
  const [seen, setSeen] = useState(version);
  const [tries, setTries] = useState(0);
  const entered = form.watch();
  const questions = withoutTheOnlyChoice(plan.questions(entered));

  const read = readAnswers(plan.questions(entered), withOnlyChoices(plan, entered), nowAhead());
  const missing = problemsIn(questions, read.problems, (code) => t(`answer.${code}`));

  const send = (at: number): void => {
    setTries(tries + 1);
    if (missing.length > 0) return;
    setSeen(at);
    // Not by a callback of `mutate`: what can be done only once is offered no more, and its form gone, before that is called.
    asking.mutateAsync({ command: plan.command(read.answers), version: at }).then(
      (done) => {
        kept.forget();
        onDone(done);
      },
      () => undefined, // the form tells it
    );
  };
  const forecast = useForecast({ path: `/cases/${caseId}/forecast`, body: foretold(plan, entered) });
  // Nothing is held against a person before they have tried; what they then mend is no longer shown.
  const own = tries > 0 ? missing : [];
  const problems = own.length > 0 ? own : refusedIn(questions, fieldErrors(asking.error), placeOf);
  const attempt = `${String(tries)} ${asking.status}`;
  return { form, kept, questions, problems, attempt, asking, seen, send, forecast };
}

/** The command as far as what follows from it goes; undefined while answers are missing. */
function foretold(plan: Plan, entered: Entered): object | undefined {
  if (plan.follows === undefined) return undefined;
  const questions = plan.questions(entered);
  const { answers, problems } = readAnswers(questions, withOnlyChoices(plan, entered), nowAhead());
  return Object.keys(problems).length > 0 ? undefined : plan.command(masked(answers, questions));
}

const placeOf = (pointer: string) => ({ id: questionOf(pointer) });

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
