import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../session/session.js';
import { placesOf } from './places.js';

/** From where nothing is to be seen to where this person's work begins. */
export function WayBack(): ReactNode {
  const { t } = useTranslation();
  const [first] = placesOf(useMe());
  return (
    first !== undefined && (
      <p>
        <Link to={first.to}>{t(first.label)}</Link>
      </p>
    )
  );
}
