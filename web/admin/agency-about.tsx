import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdminAgency } from '../../api/contract/admin-agency.js';
import { dayWords } from '../time/display.js';
import { stateWords } from './agencies-page.js';
import { areaWords, levelKeys, sectorWords, type Titled } from './agency-questions.js';

interface Props {
  readonly agency: AdminAgency;
  readonly roles: readonly Titled[];
}

/** What stands in the directory about an agency. */
export function AgencyAbout({ agency, roles }: Props): ReactNode {
  const { t } = useTranslation();
  const { code, level, sector, areas, validFrom, validTo, superior, successor, capacity, masked } = agency;
  const roleTitles = agency.roles.map((id) => roles.find((role) => role.id === id)?.title ?? id);
  const rows: readonly (readonly [string, ReactNode])[] = [
    [t('agencies.code'), <span className="code">{code}</span>],
    [t('users.state'), stateWords(agency, t)],
    [t('agencies.level'), t(levelKeys[level])],
    [t('agencies.sector'), sectorWords(sector, t)],
    [t('agencies.roles'), <Several of={roleTitles} none={t('agencies.roles-none')} />],
    [
      t('agencies.areas'),
      <Several of={areas.map((area) => areaWords(area, t))} none={t('agencies.areas-none')} />,
    ],
    [t('agencies.valid-from'), validFrom === null ? '–' : dayWords(validFrom)],
    [t('agencies.valid-to'), validTo === null ? '–' : dayWords(validTo)],
    [t('agencies.superior'), <Other agency={superior} />],
    [t('agencies.successor'), <Other agency={successor} />],
    ...(capacity === null ? [] : [[t('agencies.capacity'), String(capacity)] as const]),
    [t('agencies.masked'), t(masked ? 'yes' : 'no')],
  ];
  return (
    <section className="card" aria-label={t('agencies.about')}>
      <dl className="facts">
        {rows.map(([title, words]) => (
          <div key={title} className="fact-row">
            <dt>{title}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const Several = ({ of, none }: { readonly of: readonly string[]; readonly none: string }): ReactNode =>
  of.length === 0 ? (
    none
  ) : (
    <ul className="plain-list">
      {of.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );

const Other = ({ agency }: { readonly agency: AdminAgency['superior'] }): ReactNode =>
  agency === null ? (
    '–'
  ) : (
    <Link to="/admin/agencies/$agencyId" params={{ agencyId: agency.id }}>
      {agency.name}
    </Link>
  );
