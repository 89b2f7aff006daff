import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../session/session.js';

const tabs = [
  { to: '/admin/users', label: 'admin.users' },
  { to: '/admin/agencies', label: 'admin.agencies' },
  { to: '/admin/resets', label: 'admin.resets' },
  { to: '/admin/parked-cases', label: 'admin.parked' },
  { to: '/admin/calendar', label: 'admin.calendar' },
] as const;

/** The parts of the administration; nothing for whoever only came to read the calendar. */
export function AdminTabs(): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  if (!me.roles.includes('administrator')) return null;
  return (
    <nav aria-label={t('admin.parts')} className="no-print">
      <ul className="tabs">
        {tabs.map(({ to, label }) => (
          <li key={to}>
            <Link to={to} className="tab" activeProps={{ 'aria-current': 'page' }}>
              {t(label)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
