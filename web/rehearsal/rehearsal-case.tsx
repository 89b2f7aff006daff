import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseSummary, CaseView } from '../../api/contract/case.js';
import type { EventView } from '../../api/contract/event.js';
import type { Page } from '../../api/contract/page.js';
import { IntendedAct } from '../api/intended-act.js';
import { request } from '../api/request.js';
import { Trouble } from '../shell/trouble.js';
import { Timeline } from '../history/timeline.js';
import { withoutRepeats } from '../history/without-repeats.js';
import { phaseWords } from '../words/coded-words.js';

/** As many of the newest events as one look at a moved clock needs. */
const shown = 50;

/** One training case: move its clock, and see what came of it. */
export function RehearsalCase({ summary }: { readonly summary: CaseSummary }): ReactNode {
  const { t } = useTranslation();
  const moving = useFastForward(summary);
  return (
    <li className="card stack">
      <h2>
        <Link to="/cases/$caseId" params={{ caseId: summary.id }} className="code">
          {summary.code}
        </Link>
        &nbsp;· {phaseWords(summary.phase, t)}
      </h2>
      <Days summary={summary} moving={moving} />
      {moving.error !== null && (
        <Trouble
          error={moving.error}
          onRetry={() => {
            moving.mutate(moving.variables);
          }}
        />
      )}
      <div role="status" className="stack-tight">
        {moving.data !== undefined && (
          <>
            <h3>{t('rehearsal.happened', { count: moving.data.length })}</h3>
            <Timeline caseId={summary.id} events={moving.data} />
          </>
        )}
      </div>
    </li>
  );
}

interface DaysProps {
  readonly summary: CaseSummary;
  readonly moving: ReturnType<typeof useFastForward>;
}

function Days({ summary, moving }: DaysProps): ReactNode {
  const { t } = useTranslation();
  const [days, setDays] = useState('1');
  const count = Number(days);
  const isPossible = Number.isInteger(count) && count >= 1 && count <= 400;
  return (
    <form
      className="row row-end"
      onSubmit={(event) => {
        event.preventDefault();
        if (isPossible) moving.mutate(count);
      }}
    >
      <TextInput
        label={t('rehearsal.days')}
        inputMode="numeric"
        className="short-input"
        value={days}
        error={isPossible ? undefined : t('rehearsal.days-help')}
        onChange={(event) => {
          setDays(event.currentTarget.value);
        }}
      />
      <Button type="submit" loading={moving.isPending} disabled={summary.status !== 'open'}>
        {t('rehearsal.forward')}
      </Button>
    </form>
  );
}

/** Moves the case's clock by so many days and gives the events that happened on the way, newest first. */
function useFastForward({ id, version }: CaseSummary) {
  const client = useQueryClient();
  const act = useRef(new IntendedAct());
  return useMutation({
    mutationFn: async (days: number): Promise<readonly EventView[]> => {
      await act.current.send<CaseView>({
        method: 'POST',
        path: `/rehearsals/${id}/fast-forward`,
        body: { days },
      });
      const page = await request<Page<EventView>>({ path: `/cases/${id}/timeline`, query: { limit: shown } });
      return withoutRepeats(page.items.filter((event) => event.version > version));
    },
    onSuccess: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' }),
    networkMode: 'always',
  });
}
