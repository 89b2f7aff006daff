import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseEvent } from '../../domain/case/events.js';
import { procedureOf } from '../../domain/procedure/catalogue.js';
import { momentWords } from '../../web/time/display.js';
import { linkPath } from '../contract/task-link.js';
import { outcomeTitle } from '../read/because.js';
import type { LinkSight } from '../read/link-reads.js';
import { renderPage } from './frame.js';
import { recordedWords } from './recorded-words.js';
import type { Visit } from './visit.js';
import { useSay } from './words.js';

interface ReceiptPage {
  readonly visit: Visit;
  readonly seen: LinkSight;
}

/** A task that was answered, by whatever way: what, when, how. Texts stay sealed. */
export const receiptPage = ({ visit, seen }: ReceiptPage): string =>
  renderPage({
    title: `${seen.task.title}, ${seen.task.subject.code}`,
    language: visit.language,
    switchTo: `${linkPath}/${visit.token}`,
    children: <Receipt visit={visit} seen={seen} />,
  });

const endings = ['task-completed', 'outcome-corrected', 'task-declined', 'task-recalled'] as const;
type Ending = Extract<CaseEvent, { readonly type: (typeof endings)[number] }>;
const isEnding = (event: CaseEvent): event is Ending => endings.some((type) => type === event.type);

function Receipt({ visit, seen }: ReceiptPage): ReactNode {
  const say = useSay();
  const { task, events } = seen;
  const ending = events.findLast(isEnding);
  const isRecalled = ending?.type === 'task-recalled';
  return (
    <div className="stack narrow">
      <h1>{say(isRecalled ? 'link.receipt.recalled' : 'link.receipt.title')}</h1>
      <p className="code">{say('link.code', { code: task.subject.code })}</p>
      <section className="card done" aria-label={say('link.receipt.answer')}>
        <dl className="facts">
          <dt>{say('link.receipt.task')}</dt>
          <dd>{task.title}</dd>
          {ending !== undefined && !isRecalled && <Answered visit={visit} seen={seen} ending={ending} />}
        </dl>
      </section>
      <p>{say('link.receipt.what')}</p>
    </div>
  );
}

function Answered({ visit, seen, ending }: ReceiptPage & { readonly ending: Ending }): ReactNode {
  const { t } = useTranslation();
  const say = useSay();
  const { task, sight } = seen;
  const { language } = sight;
  const step = procedureOf(sight.state.procedure).steps[task.stepId];
  const words =
    ending.type === 'task-declined'
      ? say('link.receipt.declined', {
          reason: step?.declineReasons?.[ending.data.reason]?.[language] ?? ending.data.reason,
        })
      : 'outcome' in ending.data
        ? outcomeTitle(
            procedureOf(sight.state.procedure),
            { stepId: task.stepId, outcome: ending.data.outcome },
            language,
          )
        : '';
  const fields = 'fields' in ending.data ? ending.data.fields : {};
  const form = 'outcome' in ending.data ? (step?.outcomes[ending.data.outcome]?.form ?? []) : [];
  return (
    <>
      <dt>{say('link.receipt.answer')}</dt>
      <dd>
        <strong>{words}</strong>
      </dd>
      {form
        .filter(({ id }) => fields[id] !== undefined)
        .map((field) => (
          <div key={field.id}>
            <dt>{field.title[language]}</dt>
            <dd>{recordedWords(field, fields[field.id], { t, language, sealed: say('link.sealed') })}</dd>
          </div>
        ))}
      <dt>{say('link.receipt.at')}</dt>
      <dd>{momentWords(ending.recordedAt)}</dd>
      <dt>{say('link.receipt.how')}</dt>
      <dd>{say(`link.receipt.${byWhom(ending, visit)}`)}</dd>
    </>
  );
}

function byWhom({ actor, onBehalfOf }: Ending, { link }: Visit) {
  if (actor.kind === 'system') return 'by-system';
  if (onBehalfOf !== undefined) return 'by-coordinator';
  return actor.userId === link.id ? 'by-link' : 'by-account';
}
