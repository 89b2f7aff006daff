import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../api/problem.js';
import { usePageTitle } from './page-title.js';
import { SystemAway } from './waiting.js';
import { WayBack } from './way-back.js';

interface Props {
  readonly error: Error;
  readonly onRetry: () => void;
}

/** The whole page could not be shown: why, in the words of the API, and where to go on. */
export function PageTrouble({ error, onRetry }: Props): ReactNode {
  const { t } = useTranslation();
  const title = error instanceof Refused ? error.problem.title : t('failed.title');
  usePageTitle(title);
  return (
    <div className="page stack">
      <h1>{title}</h1>
      {error instanceof Refused ? <p>{error.problem.detail}</p> : <SystemAway onRetry={onRetry} />}
      <WayBack />
    </div>
  );
}
