import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcedureSummary } from '../../api/contract/directory.js';
import { proceduresQuery } from '../api/queries.js';
import { dayWords } from '../time/display.js';

type Facts = Readonly<Record<string, string | number | boolean>>;

/** Facts with the titles that their procedure gives them, in its order. */
export function FactList({ title, facts }: { readonly title: string; readonly facts: Facts }): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const { data } = useQuery(proceduresQuery());
  const known = data?.items.flatMap((procedure) => procedure.facts) ?? [];
  const place = (fact: string): number => known.findIndex(({ id: each }) => each === fact);
  const entries = Object.entries(facts).sort(([one], [other]) => place(one) - place(other));
  if (entries.length === 0 || data === undefined) return null;
  return (
    <section className="card stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <dl className="facts">
        {entries.map(([fact, value]) => {
          const definition = known.find((each) => each.id === fact);
          return (
            <div key={fact} className="fact">
              <dt>{definition?.title ?? fact}</dt>
              <dd>{factWords(value, definition, t)}</dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

function factWords(
  value: Facts[string],
  definition: ProcedureSummary['facts'][number] | undefined,
  t: TFunction,
): string {
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (definition?.type === 'date') return dayWords(String(value));
  return definition?.values?.find(({ id }) => id === value)?.title ?? String(value);
}
