import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { timelineQuery } from '../api/queries.js';
import { withoutRepeats } from '../history/without-repeats.js';
import { momentWords } from '../time/display.js';

const shown = 5;

export function LatestEvents({ caseId }: { readonly caseId: string }): ReactNode {
  const { t } = useTranslation();
  const { data } = useInfiniteQuery(timelineQuery(caseId));
  const events = withoutRepeats(data?.pages[0]?.items ?? []).slice(0, shown);
  if (events.length === 0) return null;
  return (
    <section className="card stack" aria-labelledby="latest">
      <h2 id="latest">{t('case.latest')}</h2>
      <ul className="events">
        {events.map((event) => (
          <li key={event.version}>
            <strong>{event.title}</strong>
            {event.detail !== undefined && <p>{event.detail}</p>}
            <p className="quiet">
              {momentWords(event.at)} · {event.actor.agency ?? event.actor.name}
            </p>
          </li>
        ))}
      </ul>
      <Link to="/cases/$caseId/history" params={{ caseId }}>
        {t('case.whole-history')}
      </Link>
    </section>
  );
}
