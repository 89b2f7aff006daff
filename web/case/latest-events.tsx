import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventView } from '../../api/contract/event.js';
import { timelineQuery } from '../api/queries.js';
import { EventDetail } from '../history/event-detail.js';
import { EventTitle } from '../history/event-title.js';
import { When } from '../history/event-origin.js';
import { latestOf } from './latest-of.js';

const shown = 5;

export function LatestEvents({ caseId }: { readonly caseId: string }): ReactNode {
  const { t } = useTranslation();
  const { data } = useInfiniteQuery(timelineQuery(caseId));
  const events = latestOf(data?.pages[0]?.items ?? []).slice(0, shown);
  if (events.length === 0) return null;
  return (
    <section className="card stack" aria-labelledby="latest">
      <h2 id="latest">{t('case.latest')}</h2>
      <ul className="events">
        {events.map((event) => (
          <li key={event.version}>
            <strong>
              <EventTitle title={event.title} />
            </strong>
            <EventDetail of={event} />
            <When event={event} />
            <p className="quiet">{actorWords(event.actor, t)}</p>
          </li>
        ))}
      </ul>
      <Link to="/cases/$caseId/history" params={{ caseId }}>
        {t('case.whole-history')}
      </Link>
    </section>
  );
}

const actorWords = ({ kind, name, agency }: EventView['actor'], t: TFunction): string =>
  kind === 'system' ? t('history.system', { name }) : (agency ?? name);
