import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventView } from '../../api/contract/event.js';
import { PostTitle } from '../shell/post-title.js';
import { dayWords, momentWords } from '../time/display.js';
import { actorWords } from './actor-words.js';

/** When it happened and who did it; both times where it was recorded later than it happened. */
export function EventOrigin({ event }: { readonly event: EventView }): ReactNode {
  return (
    <>
      <When event={event} />
      <Who event={event} />
    </>
  );
}

/** A record that came so long after the fact is told apart from it. */
const laterMs = 5 * 60_000;

/** Both times where it was recorded later than it happened. */
export function When({ event: { at, recordedAt } }: { readonly event: EventView }): ReactNode {
  const { t } = useTranslation();
  const isLater = Date.parse(recordedAt) - Date.parse(at) > laterMs;
  return (
    <p>
      {momentWords(at)}
      {isLater && (
        <span className="quiet">&nbsp;· {t('history.recorded', { at: momentWords(recordedAt) })}</span>
      )}
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
          &nbsp;·{' '}
          {t('history.on-behalf', { agency: onBehalfOf.agency, how: t(`behalf.${onBehalfOf.ground}`) })}
          {onBehalfOf.sentOn !== undefined && (
            <> {t('history.sent-on', { date: dayWords(onBehalfOf.sentOn) })}</>
          )}
          {onBehalfOf.receivedOn !== undefined && (
            <>, {t('history.received-on', { date: dayWords(onBehalfOf.receivedOn) })}</>
          )}
        </>
      )}
    </p>
  );
}
