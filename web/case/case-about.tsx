import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../api/contract/case.js';
import { useProcedure } from '../procedure/use-procedure.js';
import { momentWords } from '../time/display.js';
import { channelWords } from '../words/coded-words.js';

export function CaseAbout({ view }: { readonly view: CaseView }): ReactNode {
  const { t } = useTranslation();
  const procedure = useProcedure(view.procedure);
  const outcome = procedure?.outcomes.find(({ id }) => id === view.outcome)?.title ?? view.outcome;
  return (
    <section className="card stack" aria-labelledby="about">
      <h2 id="about">{t('case.about')}</h2>
      <dl className="facts">
        <dt>{t('case.coordinator')}</dt>
        <dd>{view.coordinatingAgency?.name ?? t('task.no-agency')}</dd>
        <dt>{t('channel')}</dt>
        <dd>{channelWords(view.channel, t)}</dd>
        <dt>{t('case.received')}</dt>
        <dd>
          {momentWords(view.openedAt)}
          {view.receivedPlace !== null && `, ${view.receivedPlace.name}`}
        </dd>
        <dt>{t('procedure')}</dt>
        <dd>
          {procedure?.title ?? view.procedure}
          <br className="no-print" />
          <Link
            className="no-print"
            to="/procedures/$ref"
            params={{ ref: view.procedure }}
            search={{ case: view.id }}
          >
            {t('steps.see-place')}
          </Link>
        </dd>
        {view.closedAt !== undefined && (
          <>
            <dt>{t('case.closed')}</dt>
            <dd>
              {momentWords(view.closedAt)}
              {outcome !== undefined && `: ${outcome}`}
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}
