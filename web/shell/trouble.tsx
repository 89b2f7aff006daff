import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../api/problem.js';
import { SystemAway } from './waiting.js';

interface Props {
  readonly error: Error;
  readonly onRetry: () => void;
  /** Which part of an answer a pointer speaks of, in words. */
  readonly partOf?: (pointer: string) => string | undefined;
}

/** Why something could not be shown or done, in the words of the API, and what would be allowed. */
export function Trouble({ error, onRetry, partOf }: Props): ReactNode {
  const { t } = useTranslation();
  if (!(error instanceof Refused)) return <SystemAway onRetry={onRetry} />;
  const { problem } = error;
  return (
    <Alert color="red" title={problem.title} role="alert">
      <p>{problem.detail}</p>
      {problem.errors.length > 0 && (
        <ul>
          {problem.errors.map(({ pointer, message }) => (
            <li key={pointer}>{[partOf?.(pointer), message].filter(Boolean).join(': ')}</li>
          ))}
        </ul>
      )}
      {problem.status >= 500 && <p className="quiet">{t('trace', { id: problem.traceId })}</p>}
    </Alert>
  );
}
