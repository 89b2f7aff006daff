import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../api/contract/task.js';
import { IntendedAct } from '../api/intended-act.js';
import { Refused } from '../api/problem.js';

export interface Nudged {
  readonly task: TaskView;
  /** Why not, in the reader's language; absent where the nudge went out. */
  readonly refusal?: string;
}

/** What the rules said, and what they would allow. */
const refusalWords = ({ problem: { title, detail } }: Refused): string => `${title}. ${detail}`;

/** Nudges tasks one after the other; one that is refused does not stop the others. */
export function useNudges() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [results, setResults] = useState<readonly Nudged[]>([]);
  const [isBusy, setBusy] = useState(false);

  const nudgeOne = async (task: TaskView): Promise<Nudged> => {
    try {
      await new IntendedAct().send({
        method: 'POST',
        path: `/cases/${task.subject.id}/commands`,
        body: { type: 'nudge', taskId: task.id },
        ...(task.caseVersion === undefined ? {} : { version: task.caseVersion }),
      });
      return { task };
    } catch (error) {
      return { task, refusal: error instanceof Refused ? refusalWords(error) : t('away.title') };
    }
  };

  const nudge = async (tasks: readonly TaskView[]): Promise<void> => {
    setBusy(true);
    const done: Nudged[] = [];
    for (const task of tasks) done.push(await nudgeOne(task));
    setResults(done);
    setBusy(false);
    await client.invalidateQueries({ queryKey: ['list'] });
  };

  return { nudge, results, isBusy };
}
