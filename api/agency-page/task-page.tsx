import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TaskPaper } from '../../web/paper/task-paper.js';
import { linkPath } from '../contract/task-link.js';
import { ActSection } from './act-section.js';
import { fieldId, formId, type ActForm } from './act-form.js';
import { renderPage } from './frame.js';
import { NoticeCard } from './notice-card.js';
import type { TaskPage } from './page-model.js';
import { TaskPart } from './task-part.js';
import { useSay } from './words.js';

/** What is asked, why, by when, what must be known for it, and all answers that may be given. */
export function taskPage(page: TaskPage): string {
  const { visit, seen, at } = page;
  const { task } = seen;
  return renderPage({
    title: `${task.title}, ${task.subject.code}`,
    language: visit.language,
    ...(at === undefined ? { switchTo: `${linkPath}/${visit.token}` } : { switchForm: formId(at) }),
    children: <Content {...page} />,
    paper: (
      <TaskPaper
        task={task}
        from={seen.coordinator?.name ?? ''}
        link={{ address: `${visit.origin}${linkPath}/${visit.token}`, expiresAt: visit.link.expiresAt }}
      />
    ),
  });
}

function Content(page: TaskPage): ReactNode {
  const { seen, forms, at, notice } = page;
  return (
    <div className="stack">
      <div>
        <h1>{seen.task.title}</h1>
        <Whose seen={seen} />
      </div>
      {at !== undefined && Object.keys(at.problems).length > 0 && <Problems form={at} />}
      {notice !== undefined && <NoticeCard {...notice} />}
      <div className="columns">
        <TaskPart {...page} />
        {forms.length > 0 ? <ActSection {...page} /> : <NothingToDo {...page} />}
      </div>
    </div>
  );
}

/** A page without an answer to give says why. */
function NothingToDo({ seen: { sight } }: Pick<TaskPage, 'seen'>): ReactNode {
  const { t } = useTranslation();
  const say = useSay();
  const isStopped = sight.state.status === 'parked';
  return (
    <section className="card stack" aria-labelledby="nothing">
      <h2 id="nothing">{isStopped ? say('problem.case-parked.title') : say('link.answer')}</h2>
      <p>{isStopped ? say('problem.case-parked.detail') : t('task.nothing-to-do')}</p>
    </section>
  );
}

function Whose({ seen: { task } }: Pick<TaskPage, 'seen'>): ReactNode {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <p>
      <span className="code">{say('link.code', { code: task.subject.code })}</span>
      {task.agency !== null && `\u00a0· ${say('link.for', { agency: task.agency.name })}`}
      {task.urgent && (
        <>
          &nbsp;· <strong className="urgent">{t('urgent')}</strong>
        </>
      )}
      {task.rehearsal && `\u00a0· ${t('rehearsal')}`}
    </p>
  );
}

/** All that is wrong, each leading to its input. */
function Problems({ form }: { readonly form: ActForm }): ReactNode {
  const { t } = useTranslation();
  const wrong = form.questions.filter(({ id }) => form.problems[id] !== undefined);
  return (
    <div className="problems" id="problems" tabIndex={-1} role="alert" aria-labelledby="problems-title">
      <h2 id="problems-title">{t('form.problems', { count: wrong.length })}</h2>
      <ul>
        {wrong.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${fieldId(form, id)}`}>
              {title.replace(/\?$/, '')}: {form.problems[id]}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
