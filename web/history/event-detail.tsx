import type { ReactNode } from 'react';
import type { EventView } from '../../api/contract/event.js';

interface Props {
  readonly of: Pick<EventView, 'detail'>;
  readonly className?: string;
}

/** The second line of an event; where it wraps, no line begins with the dot between its parts. */
export const EventDetail = ({ of: { detail }, className }: Props): ReactNode =>
  detail !== undefined && <p className={className}>{detail.replaceAll(' · ', '\u00A0· ')}</p>;
