import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventView } from '../../api/contract/event.js';
import { PostTitle } from '../shell/post-title.js';
import { dayWords, momentWords } from '../time/display.js';
import { SealedText } from './sealed-text.js';

interface Props {
  readonly caseId: string;
  readonly events: readonly EventView[];
}

/** Newest first: what, when, who; both times where it was recorded later than it happened. */
export function Timeline({ caseId, events }: Props): ReactNode {
  return (
    <ol className="events timeline">
      {events.map((event) => (
        <li key={event.version} data-by={event.actor.kind}>
          <strong>{event.title}</strong>
          <When event={event} />
          <Who event={event} />
          {textsOf(event).map((textId) => (
            <SealedText key={textId} caseId={caseId} textId={textId} />
          ))}
        </li>
      ))}
    </ol>
  );
}

/** A record that came so long after the fact is told apart from it. */
const laterMs = 5 * 60_000;

function When({ event: { at, recordedAt } }: { readonly event: EventView }): ReactNode {
  const { t } = useTranslation();
  const isLater = Date.parse(recordedAt) - Date.parse(at) > laterMs;
  return (
    <p>
      {momentWords(at)}
      {isLater && <span className="quiet"> · {t('history.recorded', { at: momentWords(recordedAt) })}</span>}
    </p>
  );
}

function Who({ event: { actor, onBehalfOf } }: { readonly event: EventView }): ReactNode {
  const { t } = useTranslation();
  const who =
    actor.kind === 'system' ? (
      t('history.system', { name: actor.name })
    ) : (
      <PostTitle title={actorWords(actor)} />
    );
  return (
    <p className="quiet">
      {who}
      {onBehalfOf !== undefined && (
        <>
          {' '}
          · {t('history.on-behalf', { agency: onBehalfOf.agency, how: t(`behalf.${onBehalfOf.ground}`) })}
          {onBehalfOf.sentOn !== undefined && (
            <> {t('history.sent-on', { date: dayWords(onBehalfOf.sentOn) })}</>
          )}
        </>
      )}
    </p>
  );
}

/** The post; its agency too where the post does not name it. */
const actorWords = ({ name, agency }: EventView['actor']): string =>
  agency === undefined || name.includes(agency) ? name : `${name}, ${agency}`;

/** Ids of sealed texts that an event points to. */
function textsOf({ data, onBehalfOf }: EventView): readonly string[] {
  const ground = data['ground'];
  const inGround =
    typeof ground === 'object' && ground !== null && 'textId' in ground ? ground.textId : undefined;
  return [data['textId'], data['informedOf'], inGround, onBehalfOf?.referenceTextId].filter(
    (id) => typeof id === 'string',
  );
}
