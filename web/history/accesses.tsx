import { useInfiniteQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccessView } from '../../api/contract/access.js';
import { listQuery } from '../api/queries.js';
import { Refused } from '../api/problem.js';
import { PagedList } from '../shell/paged-list.js';
import { RecordTable, type Column } from '../shell/record-table.js';
import { momentWords } from '../time/display.js';
import { personKeys, purposeKeys } from '../words/coded-words.js';
import { actorWords } from './actor-words.js';

const accessesQuery = (caseId: string, kind: 'all' | 'reads') =>
  listQuery<AccessView>(`/cases/${caseId}/accesses`, { kind });

/** Who opened sealed text or the person record, when and what for. Nothing for whoever may not know that. */
export function Accesses({ caseId }: { readonly caseId: string }): ReactNode {
  const { t } = useTranslation();
  const [kind, setKind] = useState<'all' | 'reads'>('reads');
  const { error } = useInfiniteQuery(accessesQuery(caseId, kind));
  if (error instanceof Refused) return null;
  return (
    <section className="card stack no-print" aria-labelledby="accesses">
      <h2 id="accesses">{t('accesses.title')}</h2>
      <div className="tabs no-print" role="group" aria-label={t('accesses.kinds')}>
        {(['reads', 'all'] as const).map((each) => (
          <button
            key={each}
            type="button"
            className="tab"
            aria-pressed={kind === each}
            onClick={() => {
              setKind(each);
            }}
          >
            {t(`accesses.${each}`)}
          </button>
        ))}
      </div>
      <PagedList
        query={accessesQuery(caseId, kind)}
        show={(accesses) => (
          <RecordTable
            caption={t('accesses.title')}
            columns={columns(t)}
            rows={accesses}
            keyOf={({ at, actor, action, fields }) => [at, actor.title, action, ...fields].join(' ')}
          />
        )}
        empty={<p>{t('accesses.none')}</p>}
      />
    </section>
  );
}

const columns = (t: TFunction): readonly Column<AccessView>[] => [
  {
    head: t('accesses.who'),
    names: true,
    cell: ({ actor: { title, agency } }) => actorWords({ name: title, agency }),
  },
  { head: t('accesses.when'), cell: ({ at }) => <span className="whole">{momentWords(at)}</span> },
  {
    head: t('accesses.what'),
    cell: ({ title, fields }) => [title, fieldWords(fields, t)].filter(Boolean).join(': '),
  },
  { head: t('accesses.purpose'), cell: ({ purpose }) => purposeWords(purpose, t) },
];

const fieldWords = (fields: readonly string[], t: TFunction): string =>
  fields
    .map((field) => {
      const known = Object.keys(personKeys).find((each): each is keyof typeof personKeys => each === field);
      return known === undefined ? field : t(personKeys[known]).toLowerCase();
    })
    .join(', ');

function purposeWords(purpose: string | undefined, t: TFunction): string {
  const known = Object.keys(purposeKeys).find((each): each is keyof typeof purposeKeys => each === purpose);
  return known === undefined ? (purpose ?? '–') : t(purposeKeys[known]);
}
