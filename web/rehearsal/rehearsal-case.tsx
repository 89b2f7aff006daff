import { Button, TextInput } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseSummary, CaseView } from '../../api/contract/case.js';
import { IntendedAct } from '../api/intended-act.js';
import { timelineQuery } from '../api/queries.js';
import { Trouble } from '../shell/trouble.js';
import { Timeline } from '../history/timeline.js';
import { withoutRepeats } from '../history/without-repeats.js';
import { caseStatusKeys, phaseWords } from '../words/coded-words.js';

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
        &nbsp;· {summary.status === 'open' ? phaseWords(summary.phase, t) : t(caseStatusKeys[summary.status])}
      </h2>
      {summary.status === 'open' && <Days moving={moving} />}
      {moving.error !== null && (
        <Trouble
          error={moving.error}
          onRetry={() => {
            moving.mutate(moving.variables);
          }}
        />
      )}
      <div role="status" className="stack-tight">
        {moving.data !== undefined && <Happened caseId={summary.id} moved={moving.data} />}
      </div>
    </li>
  );
}

/** The versions of a case between which its clock was moved. */
interface Moved {
  readonly after: number;
  readonly upTo: number;
}

/** What happened on the way, newest first, in the language that is shown now. */
function Happened({ caseId, moved }: { readonly caseId: string; readonly moved: Moved }): ReactNode {
  const { t } = useTranslation();
  const { data } = useInfiniteQuery(timelineOf(caseId));
  const newest = data?.pages[0]?.items ?? [];
  const events = withoutRepeats(
    newest.filter(({ version }) => version > moved.after && version <= moved.upTo),
  );
  return (
    <>
      <h3>{t('rehearsal.happened', { count: events.length })}</h3>
      <Timeline caseId={caseId} events={events} />
    </>
  );
}

const timelineOf = (caseId: string) => timelineQuery(caseId, { limit: shown });

interface DaysProps {
  readonly moving: ReturnType<typeof useFastForward>;
}

function Days({ moving }: DaysProps): ReactNode {
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
      <Button type="submit" loading={moving.isPending}>
        {t('rehearsal.forward')}
      </Button>
    </form>
  );
}

/** Moves the case's clock by so many days; what happened on the way stands in its history then. */
function useFastForward({ id, version }: CaseSummary) {
  const client = useQueryClient();
  const act = useRef(new IntendedAct());
  return useMutation({
    mutationFn: async (days: number): Promise<Moved> => {
      const { version: upTo } = await act.current.send<CaseView>({
        method: 'POST',
        path: `/rehearsals/${id}/fast-forward`,
        body: { days },
      });
      await client.infiniteQuery({ ...timelineOf(id), staleTime: 0 });
      return { after: version, upTo };
    },
    onSuccess: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' }),
    networkMode: 'always',
  });
}
