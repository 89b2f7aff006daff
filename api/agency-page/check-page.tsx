import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ForecastList } from '../../web/acts/forecast-list.js';
import { clockName, inputName, type Question } from '../../web/forms/question.js';
import type { Forecast } from '../contract/forecast.js';
import type { ActForm } from './act-form.js';
import { renderPage } from './frame.js';
import { Hidden, HiddenFields } from './hidden-fields.js';
import { pickedIn } from './pickers.js';
import type { TaskPage } from './page-model.js';
import { NoticeCard } from './notice-card.js';
import { addressOf } from './visit.js';
import { useSay } from './words.js';

export interface CheckPage extends Pick<TaskPage, 'visit' | 'seen' | 'keyOf' | 'notice'> {
  readonly form: ActForm;
  /** What will follow by the procedure, as far as this agency may know of it; undefined where it was not asked. */
  readonly forecast: Forecast | undefined;
}

const checkFormId = 'check';

/** What will be sent and what follows from it, before it is sent. */
export const checkPage = (page: CheckPage): string =>
  renderPage({
    title: `${page.form.title}, ${page.seen.task.subject.code}`,
    language: page.visit.language,
    switchForm: checkFormId,
    children: <Content {...page} />,
  });

function Content(page: CheckPage): ReactNode {
  const say = useSay();
  const { t } = useTranslation();
  const { seen, form, notice } = page;
  return (
    <div className="stack narrow">
      <div>
        <h1>{say('link.check-title')}</h1>
        <p>
          {seen.task.title}&nbsp;·{' '}
          <span className="code">{say('link.code', { code: seen.task.subject.code })}</span>
        </p>
      </div>
      {notice !== undefined && <NoticeCard {...notice} />}
      <section className="card" aria-label={form.title}>
        <dl className="facts">
          <dt>{t(form.act === 'complete-task' ? 'act.outcome' : 'task.what')}</dt>
          <dd>
            <strong>{form.title}</strong>
          </dd>
          {form.questions.map((question) => (
            <Answer key={question.id} form={form} question={question} />
          ))}
        </dl>
      </section>
      <ForecastList forecast={page.forecast} />
      <form id={checkFormId} method="post" action={`${addressOf(page.visit)}#problems`} className="stack">
        <HiddenFields page={page} form={form} />
        <Hidden entered={{ ...form.entered, stay: 'check' }} />
        <p>{say('link.check-what')}</p>
        <div className="row">
          <button name="step" value="send" className={form.plan.grave === true ? 'grave' : undefined}>
            {say('link.send')}
          </button>
          <button name="step" value="edit" className="second">
            {say('link.change')}
          </button>
        </div>
      </form>
    </div>
  );
}

interface Answered {
  readonly form: ActForm;
  readonly question: Question;
}

function Answer({ form, question }: Answered): ReactNode {
  const { t } = useTranslation();
  const say = useSay();
  const words = answerWords(question, form, t);
  // No moment means that it was done just now.
  const unanswered = question.id === 'occurredAt' ? t('act.when-now') : say('link.none');
  return (
    <>
      <dt>{question.title}</dt>
      <dd>{words === '' ? <span className="quiet">{unanswered}</span> : words}</dd>
    </>
  );
}

function answerWords(
  question: Question,
  { entered }: ActForm,
  t: ReturnType<typeof useTranslation>['t'],
): string {
  const value = entered[inputName(question.id)];
  const chosen = typeof value === 'string' ? [value] : (value ?? []);
  switch (question.type) {
    case 'choice':
    case 'choices':
      return (question.options ?? [])
        .filter(({ id }) => chosen.includes(id))
        .map(({ title }) => title)
        .join('; ');
    case 'boolean':
      return value === 'true' || value === 'false' ? t(value === 'true' ? 'yes' : 'no') : '';
    case 'place':
    case 'agency':
      return pickedIn(entered, question.id)?.title ?? '';
    case 'instant':
      return [entered[clockName(question.id)], ...chosen]
        .filter((each) => typeof each === 'string')
        .join(' ')
        .trim();
    case 'text':
    case 'line':
    case 'number':
    case 'date':
      return chosen.join(' ').trim();
  }
}
