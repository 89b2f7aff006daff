import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseSummary } from '../../api/contract/case.js';
import type { Page } from '../../api/contract/page.js';
import { request } from '../api/request.js';
import { Trouble } from '../shell/trouble.js';
import { nowAhead } from '../time/deadline-words.js';
import { momentTold } from '../time/deadline-cell.js';
import { dayOfInstant } from '../time/display.js';
import { caseStatusKeys, channelWords, phaseWords } from '../words/coded-words.js';
import { csvOf } from './cases-csv.js';
import type { CasesSearch } from './cases-search.js';
import { nextDueOf } from './next-due.js';

/** So many at most: a larger list is narrowed by a filter first. */
const most = 5_000;

/** The list as it is filtered now, as a file: codes, places in the procedure and dates; nothing about the person. */
export function ExportCases({ search }: { readonly search: CasesSearch }): ReactNode {
  const { t } = useTranslation();
  const exporting = useMutation({
    mutationFn: async () => {
      const cases = await allCases(search);
      download(csvOf([heads(t), ...cases.map((row) => cells(row, t))]));
      return cases.length;
    },
  });
  const run = (): void => {
    exporting.mutate();
  };
  return (
    <>
      <Button variant="default" loading={exporting.isPending} onClick={run}>
        {t('cases.export')}
      </Button>
      <span role="status" className="quiet">
        {exporting.data !== undefined &&
          t(exporting.data >= most ? 'cases.exported-most' : 'cases.exported', { count: exporting.data })}
      </span>
      {exporting.error !== null && <Trouble error={exporting.error} onRetry={run} />}
    </>
  );
}

async function allCases(search: CasesSearch): Promise<readonly CaseSummary[]> {
  const found: CaseSummary[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined && found.length < most;) {
    const page: Page<CaseSummary> = await request<Page<CaseSummary>>({
      path: '/cases',
      query: { ...search, limit: 100, cursor },
    });
    found.push(...page.items);
    cursor = page.next ?? undefined;
  }
  return found;
}

const heads = (t: TFunction): readonly string[] => [
  t('filter.code'),
  t('filter.status'),
  t('phase'),
  t('cases.next-due'),
  t('cases.open-tasks'),
  t('channel'),
  t('case.coordinator'),
  t('case.received'),
  t('urgent'),
];

const cells = (row: CaseSummary, t: TFunction, due = nextDueOf(row)): readonly string[] => [
  row.code,
  t(caseStatusKeys[row.status]),
  phaseWords(row.phase, t),
  due === undefined ? '' : momentTold(due, t),
  String(row.openTasks),
  channelWords(row.channel, t),
  row.coordinatingAgency?.name ?? '',
  dayOfInstant(row.openedAt),
  t(row.urgent ? 'yes' : 'no'),
];

function download(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `loi-ve-${nowAhead().slice(0, 10)}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}
