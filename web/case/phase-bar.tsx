import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../api/contract/case.js';
import type { Phase } from '../../domain/procedure/procedure.js';
import { useProcedure } from '../procedure/use-procedure.js';
import { Icon } from '../shell/icon.js';
import { DeadlineCell } from '../time/deadline-cell.js';
import { phases, phaseWords, trackWords } from '../words/coded-words.js';
import { standingIn, type Standing } from './phase-standing.js';
import { mostUrgent, openTasks } from './task-order.js';

/** Where the case stands among the eight phases, and what runs beside them. */
export function PhaseBar({ view }: { readonly view: CaseView }): ReactNode {
  const { t } = useTranslation();
  const known = useProcedure(view.procedure)?.phases ?? phases;
  const standing = (phase: Phase): Standing | 'absent' =>
    known.includes(phase) ? standingIn(phase, view) : 'absent';
  return (
    <section aria-label={t('phases')} className="phases no-print">
      <ol className="phase-bar">
        {phases.map((phase) => (
          <li
            key={phase}
            data-standing={standing(phase)}
            aria-current={phase === view.phase ? 'step' : undefined}
          >
            {standing(phase) === 'passed' && <Icon name="done" />}
            {phaseWords(phase, t)}
            <span className="hidden-words"> ({t(`phase-${standing(phase)}`)})</span>
          </li>
        ))}
      </ol>
      {view.tasksSeen !== 'all' && <p className="phase-note quiet">{t('phases.own')}</p>}
      <Tracks view={view} />
    </section>
  );
}

/** What runs beside the main way, each track with what it asks for first, unless that is due first of all and told above. */
function Tracks({ view }: { readonly view: CaseView }): ReactNode {
  const { t } = useTranslation();
  const all = openTasks(view.tasks);
  const urgent = mostUrgent(all);
  const open = all.filter(({ track }) => track !== 'main');
  const tracks = [...new Set(open.map(({ track }) => track))];
  if (tracks.length === 0) return null;
  return (
    <div className="tracks">
      <p className="quiet">{t('tracks')}</p>
      <ul>
        {tracks.map((track) => {
          const here = open.filter((task) => task.track === track);
          const first = mostUrgent(here);
          const isTold = first === undefined || first === urgent;
          return (
            <li key={track}>
              <strong>{t('steps.track', { track: trackWords(track, t) })}</strong>
              <span>{t(isTold ? 'tracks.count' : 'tracks.open', { count: here.length })}</span>
              {!isTold && <DeadlineCell due={first.due} aheadMs={first.clockAheadMs} />}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
