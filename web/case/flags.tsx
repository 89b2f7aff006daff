import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { phaseWords } from '../words/coded-words.js';

interface Flagged {
  readonly phase: string;
  readonly urgent: boolean;
  readonly rehearsal: boolean;
  readonly escalated?: number;
  readonly track?: string;
}

/** Phase and what must not be overlooked. */
export function Flags({ of, children }: { readonly of: Flagged; readonly children?: ReactNode }): ReactNode {
  const { t } = useTranslation();
  return (
    <p>
      <span className="flag">{t('phase-is', { phase: phaseWords(of.phase, t) })}</span>
      {of.urgent && <span className="flag flag-urgent">{t('urgent')}</span>}
      {of.rehearsal && <span className="flag flag-rehearsal">{t('rehearsal')}</span>}
      {(of.escalated ?? 0) > 0 && <span className="flag">{t('escalated', { level: of.escalated })}</span>}
      {children}
    </p>
  );
}
