import type { ReactNode } from 'react';
import type { Notice } from './page-model.js';

export const NoticeCard = ({ kind, title, text }: Notice): ReactNode => (
  <div className={`card stack ${kind}`} role="status" id={kind === 'alert' ? 'problems' : undefined}>
    {title !== undefined && <h2>{title}</h2>}
    <p>{text}</p>
  </div>
);
