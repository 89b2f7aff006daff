import { Navigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMe } from '../session/session.js';
import { placesOf } from './places.js';

/** Where this person's work begins. */
export function Home(): ReactNode {
  const [first] = placesOf(useMe());
  return <Navigate to={first?.to ?? '/procedures'} replace />;
}
