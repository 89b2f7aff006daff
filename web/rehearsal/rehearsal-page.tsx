import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { casesQuery } from '../api/queries.js';
import { useMe } from '../session/session.js';
import { PagedList } from '../shell/paged-list.js';
import { usePageTitle } from '../shell/page-title.js';
import { BeginRehearsal } from './begin-rehearsal.js';
import { RehearsalCase } from './rehearsal-case.js';

/** Training cases on the real engine, whose clocks can be moved. */
export function RehearsalPage(): ReactNode {
  const { t } = useTranslation();
  const { permissions } = useMe();
  usePageTitle(t('nav.rehearsal'));
  return (
    <div className="page stack">
      <h1>{t('nav.rehearsal')}</h1>
      <p>{t('rehearsal.what')}</p>
      {permissions.includes('register-case') && <BeginRehearsal />}
      <PagedList
        query={casesQuery({ rehearsal: true })}
        show={(cases) => (
          <ul className="escalations">
            {cases.map((summary) => (
              <RehearsalCase key={summary.id} summary={summary} />
            ))}
          </ul>
        )}
        empty={<p className="empty">{t('rehearsal.none')}</p>}
      />
    </div>
  );
}
