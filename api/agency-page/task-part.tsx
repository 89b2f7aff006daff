import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { procedureOf } from '../../domain/procedure/catalogue.js';
import { DeadlineLabel } from '../../web/time/deadline-label.js';
import { distanceTo } from '../../web/time/deadline-words.js';
import { dayWords, momentWords } from '../../web/time/display.js';
import { explanationWords } from '../../web/time/explanation-words.js';
import { statusWords } from '../../web/words/coded-words.js';
import { PersonPart } from './person-part.js';
import type { TaskPage } from './page-model.js';
import { useSay } from './words.js';

/** What is asked, by whom, why and by when; and the least that must be known for it. */
export function TaskPart({ seen, moment, person, visit }: TaskPage): ReactNode {
  const { t } = useTranslation();
  const say = useSay();
  const { task, coordinator } = seen;
  return (
    <div className="stack">
      <section className="card stack" aria-labelledby="about">
        <h2 id="about">{say('link.about')}</h2>
        <p>{task.instructions}</p>
        {task.due !== null && <DeadlineLabel due={task.due} distance={distanceTo(task.due, moment)} />}
        <dl className="facts">
          {task.due !== null && <Row title={t('task.due')}>{explanationWords(task.due.explanation, t)}</Row>}
          <Row title={t('task.source')}>{task.source}</Row>
          <Row title={t('task.status')}>{statusWords(task, t)}</Row>
          <Row title={t('task.offered')}>{momentWords(task.offeredAt)}</Row>
          {coordinator !== null && (
            <Row title={say('link.asked-by')}>
              {coordinator.name}
              {coordinator.phone !== null && `, ${say('link.phone', { phone: coordinator.phone })}`}
            </Row>
          )}
        </dl>
      </section>
      <Facts seen={seen} />
      {task.personFields.length > 0 && <PersonPart person={person} language={visit.language} />}
    </div>
  );
}

function Row({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    children !== '' && (
      <div>
        <dt>{title}</dt>
        <dd>{children}</dd>
      </div>
    )
  );
}

function Facts({ seen: { task, sight } }: Pick<TaskPage, 'seen'>): ReactNode {
  const { t } = useTranslation();
  const { language, state } = sight;
  const definitions = procedureOf(state.procedure).facts;
  const known = Object.entries(task.facts);
  if (known.length === 0) return null;
  return (
    <section className="card" aria-labelledby="facts">
      <h2 id="facts">{t('task.facts')}</h2>
      <dl className="facts">
        {known.map(([fact, value]) => {
          const definition = definitions[fact];
          const words =
            typeof value === 'boolean'
              ? t(value ? 'yes' : 'no')
              : definition?.type === 'date'
                ? dayWords(String(value))
                : (definition?.values?.[String(value)]?.[language] ?? String(value));
          return (
            <Row key={fact} title={definition?.title[language] ?? fact}>
              {words}
            </Row>
          );
        })}
      </dl>
    </section>
  );
}
