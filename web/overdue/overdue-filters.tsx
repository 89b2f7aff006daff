import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dashboardQuery } from '../api/queries.js';
import { lateSpans, levels, spans, type OverdueSearch } from './overdue-search.js';

interface Choice {
  readonly words: string;
  readonly count?: number | undefined;
  /** What it sets in the address. */
  readonly sets: OverdueSearch | { readonly [Name in keyof OverdueSearch]: undefined };
  readonly chosen: boolean;
}

/** Choices of which one is in force; each is a link, so that a view can be sent and come back to. */
function Tabs({
  label,
  choices,
}: {
  readonly label: string;
  readonly choices: readonly Choice[];
}): ReactNode {
  return (
    <nav aria-label={label}>
      <ul className="tabs">
        {choices.map(({ words, count, sets, chosen }) => (
          <li key={words}>
            <Link
              to="/overdue"
              search={(before) => ({ ...before, ...sets })}
              className="tab"
              activeOptions={{ exact: true }} // less in the address is another choice, not the same
              aria-current={chosen ? 'true' : undefined}
            >
              {words} {count !== undefined && <span className="count">({count})</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface Props {
  readonly search: OverdueSearch;
}

/** For how long tasks are overdue; pressing a number shows those, pressing it again shows all. */
export function Ages({ search: { late, agency } }: Props): ReactNode {
  const { t } = useTranslation();
  const { data } = useQuery(dashboardQuery({ agency }));
  if (data === undefined) return null;
  return (
    <nav className="stack-tight" aria-label={t('overdue.age')}>
      <ul className="numbers">
        {lateSpans.map((span) => (
          <li key={span}>
            <Link
              to="/overdue"
              search={(before) => ({ ...before, late: late === span ? undefined : span })}
              className="card"
              activeOptions={{ exact: true }}
              aria-current={late === span ? 'true' : undefined}
            >
              {t(spans[span].words)}{' '}
              <strong>{t('overdue.count', { count: data.overdueAge[spans[span].count] })}</strong>
            </Link>
          </li>
        ))}
      </ul>
      {late !== undefined && (
        <p>
          <Link
            to="/overdue"
            search={(before) => ({ ...before, late: undefined })}
            activeOptions={{ exact: true }}
          >
            {t('overdue.all-ages')}
          </Link>
        </p>
      )}
    </nav>
  );
}

/** Whose work is late; choosing one narrows both lists. */
export function Agencies({ search: { agency } }: Props): ReactNode {
  const { t } = useTranslation();
  const { data } = useQuery(dashboardQuery());
  const late = data?.agencies.filter(({ overdue }) => overdue > 0) ?? [];
  if (late.length === 0) return null;
  const all = { words: t('overdue.all-agencies'), sets: { agency: undefined }, chosen: agency === undefined };
  const named = late.flatMap(({ id, name, overdue }) =>
    id === null ? [] : [{ words: name, count: overdue, sets: { agency: id }, chosen: agency === id }],
  );
  return <Tabs label={t('overdue.by-agency')} choices={[all, ...named]} />;
}

/** Reports that wait, or those that somebody acted upon. */
export function WaitingOrActed({ search: { acknowledged } }: Props): ReactNode {
  const { t } = useTranslation();
  const acted = acknowledged === true;
  return (
    <Tabs
      label={t('overdue.escalations')}
      choices={[
        { words: t('overdue.waiting'), sets: { acknowledged: undefined }, chosen: !acted },
        { words: t('overdue.acted'), sets: { acknowledged: true }, chosen: acted },
      ]}
    />
  );
}

/** The levels; how many wait at each is counted where they are what is shown. */
export function Levels({ search: { level, acknowledged, agency } }: Props): ReactNode {
  const { t } = useTranslation();
  const { data } = useQuery(dashboardQuery({ agency }));
  const all = { words: t('overdue.all-levels'), sets: { level: undefined }, chosen: level === undefined };
  const each = levels.map((one) => ({
    words: t(`overdue.level-${one}`),
    count: acknowledged === true ? undefined : (data?.escalations[`level${one}`] ?? 0),
    sets: { level: one },
    chosen: level === one,
  }));
  return <Tabs label={t('overdue.levels')} choices={[all, ...each]} />;
}
