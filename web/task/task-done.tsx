import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../api/contract/task.js';
import type { CommandDone } from '../api/use-command.js';
import { taskQuery, timelineQuery } from '../api/queries.js';
import { isOpen } from '../case/task-order.js';
import { EventDetail } from '../history/event-detail.js';
import { usePageTitle } from '../shell/page-title.js';
import { NextTask } from './next-task.js';

interface Props {
  readonly task: TaskView;
  readonly done: CommandDone;
  readonly onBack: () => void;
  /** The next task, opened below, was answered too. */
  readonly onNextDone: (task: TaskView, done: CommandDone) => void;
}

/** What was recorded, what follows from it and by when; below it the next task, open already. */
export function TaskDone({ task, done, onBack, onNextDone }: Props): ReactNode {
  const { t } = useTranslation();
  usePageTitle(t('done.title'));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [task.id]);
  const { title, events } = useInWords(task, done);
  const still = done.case.tasks.some((each) => each.id === task.id && isOpen(each));
  return (
    <div className="page stack">
      <section className="card stack done" role="status">
        <h1 ref={heading} tabIndex={-1}>
          {t('done.title')}
        </h1>
        <p>
          {title}&nbsp;· <span className="code">{done.case.code}</span>
        </p>
        <h2>{t('done.followed')}</h2>
        <ul className="plain-list">
          {events.map((event) => (
            <li key={event.version}>
              {event.title}
              <EventDetail of={event} className="quiet" />
            </li>
          ))}
        </ul>
        <p className="row">
          {still && (
            <Button variant="default" onClick={onBack}>
              {t('done.go-on')}
            </Button>
          )}
          <Link to="/cases/$caseId" params={{ caseId: done.case.id }} className="row-act">
            {t('done.to-case')}
          </Link>
        </p>
      </section>
      <NextTask after={task} view={done.case} onDone={onNextDone} />
    </div>
  );
}

/** In the language that is read now, which may not be that of the answer. */
function useInWords(task: TaskView, done: CommandDone) {
  const { data: now = task } = useQuery(taskQuery(task.id));
  const { data } = useInfiniteQuery(timelineQuery(done.case.id));
  const read = data?.pages.flatMap(({ items }) => items) ?? [];
  const events = done.events.map((event) => read.find(({ version }) => version === event.version) ?? event);
  return { title: now.title, events };
}
