import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import type { CasePosition, StepLoad, StepPosition } from '../../api/contract/procedure.js';
import { Icon, type IconName } from '../shell/icon.js';

const standingKeys = {
  done: 'standing.done',
  open: 'standing.open',
  ahead: 'standing.ahead',
  skipped: 'standing.skipped',
  unseen: 'standing.unseen',
} as const satisfies Record<StepPosition['standing'], string>;

const dueKeys = {
  'on-track': 'standing.on-track',
  soon: 'standing.soon',
  overdue: 'standing.overdue',
} as const satisfies Record<NonNullable<StepPosition['due']>, string>;

const dueIcons = {
  'on-track': 'clock',
  soon: 'alert',
  overdue: 'late',
} as const satisfies Record<keyof typeof dueKeys, IconName>;

export interface Told {
  readonly head: string;
  readonly of: (stepId: string) => ReactNode;
}

/** Where the case stands at a step, in a word and a sign. */
export function positionTold({ items }: CasePosition, t: TFunction): Told {
  const positions = new Map(items.map((item) => [item.stepId, item]));
  return {
    head: t('steps.standing'),
    of: (stepId) => {
      const { standing, due } = positions.get(stepId) ?? { standing: 'unseen' as const };
      return (
        <span className="standing" data-standing={standing}>
          {standing === 'done' && <Icon name="done" />}
          {t(standingKeys[standing])}
          {due !== undefined && (
            <span className="deadline-label" data-state={due}>
              <Icon name={dueIcons[due]} />
              {t(dueKeys[due])}
            </span>
          )}
        </span>
      );
    },
  };
}

/** How many cases sit at a step, and how late. */
export function loadTold(items: readonly StepLoad[], t: TFunction): Told {
  const loads = new Map(items.map((item) => [item.stepId, item]));
  return {
    head: t('steps.load'),
    of: (stepId) => {
      const load = loads.get(stepId);
      if (load === undefined || load.open === 0) return t('steps.load-none');
      const { open, soon, overdue } = load;
      return (
        <span className="standing" data-standing="open">
          {t('steps.load-open', { open })}
          {overdue > 0 && (
            <span className="deadline-label" data-state="overdue">
              <Icon name="late" />
              {t('steps.load-overdue', { overdue })}
            </span>
          )}
          {soon > 0 && (
            <span className="deadline-label" data-state="soon">
              <Icon name="alert" />
              {t('steps.load-soon', { soon })}
            </span>
          )}
        </span>
      );
    },
  };
}
