import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../api/contract/case.js';
import { Icon } from '../shell/icon.js';
import { phases, phaseWords, trackWords } from '../words/coded-words.js';
import { isOpen } from './task-order.js';

type Standing = 'open' | 'passed' | 'ahead';

/** Where the case stands among the eight phases, and which parallel tracks run beside. */
export function PhaseBar({ view }: { readonly view: CaseView }): ReactNode {
  const { t } = useTranslation();
  const tracks = [...new Set(view.tasks.filter(isOpen).map(({ track }) => track))].filter(
    (track) => track !== 'main',
  );
  return (
    <section aria-label={t('phases')} className="phases no-print">
      <ol className="phase-bar">
        {phases.map((phase) => (
          <li
            key={phase}
            data-standing={standing(view, phase)}
            aria-current={phase === view.phase ? 'step' : undefined}
          >
            {standing(view, phase) === 'passed' && <Icon name="done" />}
            {phaseWords(phase, t)}
            <span className="hidden-words"> ({t(`phase-${standing(view, phase)}`)})</span>
          </li>
        ))}
      </ol>
      {tracks.length > 0 && (
        <p className="quiet">
          {t('tracks', { tracks: tracks.map((track) => trackWords(track, t)).join(', ') })}
        </p>
      )}
    </section>
  );
}

function standing({ tasks, phase: current }: CaseView, phase: string): Standing {
  const here = tasks.filter((task) => task.phase === phase);
  if (phase === current || here.some(isOpen)) return 'open';
  return here.length > 0 ? 'passed' : 'ahead';
}
