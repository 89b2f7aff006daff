import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonField } from '../../domain/procedure/procedure.js';
import { dayWords } from '../../web/time/display.js';
import { personKeys } from '../../web/words/coded-words.js';
import { useSay } from './words.js';

export type OpenedPerson = Readonly<Partial<Record<PersonField, string>>>;

interface Props {
  /** Undefined until somebody asks to see it: each look is recorded. */
  readonly person: OpenedPerson | undefined;
  readonly language: string;
}

/** The fields of the sealed record that this task needs, behind a button. */
export function PersonPart({ person, language }: Props): ReactNode {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <section className="card stack" aria-labelledby="person">
      <h2 id="person">{t('person.title')}</h2>
      {person === undefined ? (
        <form method="get">
          <input type="hidden" name="lang" value={language} />
          <button name="person" value="show" className="second">
            {say('link.person-show')}
          </button>
        </form>
      ) : (
        <>
          <Known person={person} />
          <p className="quiet">{say('link.person-recorded')}</p>
        </>
      )}
    </section>
  );
}

function Known({ person }: { readonly person: OpenedPerson }): ReactNode {
  const { t } = useTranslation();
  const fields = Object.keys(personKeys) as readonly PersonField[];
  const known = fields.filter((field) => person[field] !== undefined);
  if (known.length === 0) return <p>{t('person.nothing')}</p>;
  return (
    <dl className="facts">
      {known.map((field) => (
        <div key={field}>
          <dt>{t(personKeys[field])}</dt>
          <dd>{field === 'birthDate' ? dayWords(person[field] ?? '') : person[field]}</dd>
        </div>
      ))}
    </dl>
  );
}
