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
import { phaseWords } from '../words/coded-words.js';

interface Moved {
  readonly events: readonly EventView[];
}

/** As many of the newest events as one look at a moved clock needs. */
const shown = 50;

/** One training case: move its clock, and see what came of it. */
export function RehearsalCase({ summary }: { readonly summary: CaseSummary }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [days, setDays] = useState('1');
  const act = useRef(new IntendedAct());
  const count = Number(days);
  const isPossible = Number.isInteger(count) && count >= 1 && count <= 400;
  const moving = useMutation({
    mutationFn: async (): Promise<Moved> => {
      const before = summary.version;
      await act.current.send<CaseView>({
        method: 'POST',
        path: `/rehearsals/${summary.id}/fast-forward`,
        body: { days: count },
      });
      const page = await request<Page<EventView>>({
        path: `/cases/${summary.id}/timeline`,
        query: { limit: shown },
      });
      return { events: page.items.filter(({ version }) => version > before) };
    },
    onSuccess: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' }),
    networkMode: 'always',
  });
  return (
    <li className="card stack">
      <h2>
        <Link to="/cases/$caseId" params={{ caseId: summary.id }} className="code">
          {summary.code}
        </Link>{' '}
        · {phaseWords(summary.phase, t)}
      </h2>
      <form
        className="row row-end"
        onSubmit={(event) => {
          event.preventDefault();
          if (isPossible) moving.mutate();
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
      {moving.error !== null && (
        <Trouble
          error={moving.error}
          onRetry={() => {
            moving.mutate();
          }}
        />
      )}
      <div role="status" className="stack-tight">
        {moving.data !== undefined && (
          <>
            <h3>{t('rehearsal.happened', { count: moving.data.events.length })}</h3>
            <Timeline caseId={summary.id} events={moving.data.events} />
          </>
        )}
      </div>
    </li>
  );
}
