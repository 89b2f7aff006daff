import { useQuery } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dashboardQuery } from '../api/queries.js';
import { useMe } from '../session/session.js';
import { Icon } from './icon.js';
import { placesOf } from './places.js';

/** A row of links; on a phone behind one button, which works without a script. */
export function Navigation(): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const menu = useRef<HTMLDetailsElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => menu.current?.removeAttribute('open'), [path]);
  const links = placesOf(me).map(({ to, label }) => (
    <li key={to}>
      <Link to={to} activeProps={{ 'aria-current': 'page' }} className="nav-link">
        {t(label)}
        {to === '/work' && <Waiting what="mine" />}
        {to === '/overdue' && <Waiting what="overdue" />}
      </Link>
    </li>
  ));
  return (
    <nav aria-label={t('nav.label')} className="nav">
      <ul className="nav-row">{links}</ul>
      <details className="nav-menu" ref={menu}>
        <summary>
          <Icon name="menu" /> {t('nav.menu')}
        </summary>
        <ul>{links}</ul>
      </details>
    </nav>
  );
}

/** How much waits there; nothing is shown when nothing waits. */
function Waiting({ what }: { readonly what: 'mine' | 'overdue' }): ReactNode {
  const { data } = useQuery(dashboardQuery());
  const count = data?.queues[what] ?? 0;
  return count === 0 ? null : <span className="count"> ({count})</span>;
}
