import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../api/contract/case.js';
import { ForecastList } from '../acts/forecast-list.js';
import { useForecast } from '../acts/use-forecast.js';
import { fieldErrors } from '../api/problem.js';
import { namedAgency } from '../forms/agency-picker.js';
import { readAnswers } from '../forms/answers.js';
import { FormProblems, type FormProblem } from '../forms/form-problems.js';
import { inputName, type Answers, type Entered, type Question } from '../forms/question.js';
import { instant } from '../../domain/time/instant.js';
import { Trouble } from '../shell/trouble.js';
import { nowAhead } from '../time/deadline-words.js';
import { answerWords } from './answer-words.js';
import { currentDraft } from './draft.js';
import { consentQuestionOf } from './consent.js';
import { exclusionQuestionOf } from './exclusions.js';
import { registrationOf, type Registration } from './registration.js';
import { factMark, personMark, questionsOf, sectionIds, type Asking, type SectionId } from './sections.js';

interface Props {
  readonly asking: Asking;
  readonly onChange: (step: number) => void;
  readonly onRegistered: (view: CaseView) => void;
}

/** All answers once more, what will happen, and the one button that does it. */
export function CheckAnswers({ asking, onChange, onRegistered }: Props): ReactNode {
  const { t } = useTranslation();
  const now = nowAhead();
  const questions = sectionIds.flatMap((section) => questionsOf(section, asking));
  const { answers, problems } = readAnswers(questions, asking.entered, now);
  const registering = useRegistering(
    { ...registrationOf(answers, now), draftId: currentDraft().id },
    onRegistered,
  );
  const missing = Object.keys(problems).length > 0;
  const forecast = useForecast({
    path: '/cases/forecast',
    body: missing ? undefined : foretold(answers),
  });
  const refused = refusedAnswers(registering.error, questions, asking.entered);
  return (
    <div className="stack">
      <h2>{t('register.check')}</h2>
      <FormProblems problems={refused} attempt={registering.status} />
      {sectionIds.map((section, index) => (
        <Section
          key={section}
          section={section}
          asking={asking}
          onChange={() => {
            onChange(index + 1);
          }}
        />
      ))}
      <section className="card stack" aria-labelledby="follows">
        <h3 id="follows">{t('register.follows')}</h3>
        <p>{t('register.follows-what')}</p>
        <ForecastList forecast={forecast} />
        <p>{t('register.sealed')}</p>
      </section>
      {registering.error !== null && refused.length === 0 && (
        <Trouble
          error={registering.error}
          onRetry={() => {
            registering.mutate();
          }}
        />
      )}
      <div className="row">
        <Button
          loading={registering.isPending}
          disabled={missing}
          onClick={() => {
            registering.mutate();
          }}
        >
          {t('register.submit')}
        </Button>
        {missing && <p className="input-error">{t('register.missing')}</p>}
      </div>
    </div>
  );
}

/** The registration without the person and what they agreed to, and at a moment that does not change while the page is read. */
function foretold(answers: Answers): object {
  const minute = instant(`${nowAhead().slice(0, 16)}:00Z`);
  const { person: _sealed, consents: _evidence, ...rest } = registrationOf(answers, minute);
  return rest;
}

function useRegistering(body: Registration, onRegistered: (view: CaseView) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => currentDraft().act.send<CaseView>({ method: 'POST', path: '/cases', body }),
    onSuccess: async (view) => {
      onRegistered(view);
      await client.invalidateQueries({ queryKey: ['list'] });
    },
    networkMode: 'always',
  });
}

interface SectionProps {
  readonly section: SectionId;
  readonly asking: Asking;
  readonly onChange: () => void;
}

function Section({ section, asking, onChange }: SectionProps): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="card stack" aria-labelledby={`check-${section}`}>
      <div className="row row-apart">
        <h3 id={`check-${section}`}>{t(`register.${section}`)}</h3>
        <Button variant="default" onClick={onChange}>
          {t('register.change')}
          <span className="hidden-words"> {t(`register.${section}`)}</span>
        </Button>
      </div>
      <Answered questions={questionsOf(section, asking)} asking={asking} />
    </section>
  );
}

interface AnsweredProps {
  readonly questions: readonly Question[];
  readonly asking: Asking;
}

function Answered({ questions, asking }: AnsweredProps): ReactNode {
  const { t } = useTranslation();
  const answered = questions.flatMap((question) => {
    const words = answerWords(question, asking);
    return words === '' ? [] : [{ question, words }];
  });
  if (answered.length === 0) return <p className="quiet">{t('register.nothing')}</p>;
  return (
    <dl className="facts">
      {answered.map(({ question, words }) => (
        <div key={question.id} className="fact">
          <dt>{question.title}</dt>
          <dd className="typed">
            {question.type === 'agency' ? (
              <AgencyName id={asking.entered[inputName(question.id)]} called={words} />
            ) : (
              words
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface AgencyNameProps {
  readonly id: Entered[string];
  /** As it was called when it was chosen. */
  readonly called: string;
}

/** In the language that is shown now. */
function AgencyName({ id, called }: AgencyNameProps): ReactNode {
  const { data } = useQuery(namedAgency(typeof id === 'string' ? id : ''));
  return data?.[0]?.title ?? called;
}

/** What the API found wrong with single answers, named as the person knows them. */
function refusedAnswers(
  error: unknown,
  questions: readonly Question[],
  entered: Entered,
): readonly FormProblem[] {
  return fieldErrors(error).flatMap(({ pointer, message }) => {
    const path = pointer.replace(/^\//, '');
    const id = (exclusionQuestionOf(path, entered) ?? consentQuestionOf(path) ?? path)
      .replace(/^facts\//, factMark)
      .replace(/^person\//, personMark);
    const question = questions.find((each) => each.id === (id === 'receivedAt' ? 'occurredAt' : id));
    return question === undefined
      ? []
      : [{ inputId: inputName(question.id), title: question.title, message }];
  });
}
