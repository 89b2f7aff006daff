import { Button, NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../api/contract/person.js';
import { isKept } from '../acts/kept-entries.js';
import { request } from '../api/request.js';
import { dayWords } from '../time/display.js';
import { Trouble } from '../shell/trouble.js';
import { correctionName, PersonForm } from './person-form.js';
import { personKeys, purposeKeys, purposes, type Purpose } from '../words/coded-words.js';

type PersonField = keyof PersonView['person'];

interface Props {
  readonly caseId: string;
  readonly may: 'read' | 'correct';
}

/** The sealed record: opened on purpose only, every look is recorded; never kept when the page is left. */
export function PersonCard({ caseId, may }: Props): ReactNode {
  const { t } = useTranslation();
  const opening = useOpening(caseId);
  const [corrected, setCorrected] = useState<PersonView>();
  const [wasBegun] = useState(() => may === 'correct' && isKept(correctionName(caseId)));
  const [isCorrecting, setCorrecting] = useState(wasBegun);
  const shown = opening.data && (corrected ?? opening.data);
  return (
    <section className="card stack" aria-labelledby="person">
      <h2 id="person">{t('person.title')}</h2>
      {shown === undefined && wasBegun && <p className="flag">{t('person.begun')}</p>}
      {shown === undefined && <Opening opening={opening} />}
      {shown !== undefined && isCorrecting && (
        <PersonForm
          view={shown}
          onDone={(view) => {
            setCorrected(view);
            setCorrecting(false);
          }}
          onCancel={() => {
            setCorrecting(false);
          }}
        />
      )}
      {shown !== undefined && !isCorrecting && (
        <>
          <Known person={shown.person} />
          <div className="row">
            {may === 'correct' && (
              <Button
                variant="default"
                onClick={() => {
                  setCorrecting(true);
                }}
              >
                {t('person.correct')}
              </Button>
            )}
            <Button
              variant="default"
              onClick={() => {
                setCorrected(undefined);
                opening.reset();
              }}
            >
              {t('person.hide')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

const useOpening = (caseId: string) =>
  useMutation({
    mutationFn: (purpose: Purpose) =>
      request<PersonView>({ path: `/cases/${caseId}/person`, query: { purpose } }),
    gcTime: 0,
  });

function Opening({ opening }: { readonly opening: ReturnType<typeof useOpening> }): ReactNode {
  const { t } = useTranslation();
  const [purpose, setPurpose] = useState<Purpose>('handle-task');
  const open = (): void => {
    opening.mutate(purpose);
  };
  return (
    <>
      <p>{t('person.what')}</p>
      <div className="row row-end">
        <NativeSelect
          label={t('person.purpose')}
          value={purpose}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            setPurpose(purposes.find((each) => each === chosen) ?? 'handle-task');
          }}
          data={purposes.map((value) => ({ value, label: t(purposeKeys[value]) }))}
        />
        <Button variant="default" loading={opening.isPending} onClick={open}>
          {t('person.show')}
        </Button>
      </div>
      {opening.error !== null && <Trouble error={opening.error} onRetry={open} />}
    </>
  );
}

function Known({ person }: { readonly person: PersonView['person'] }): ReactNode {
  const { t } = useTranslation();
  const fields = Object.keys(personKeys) as readonly PersonField[];
  const known = fields.filter((field) => person[field] !== undefined);
  if (known.length === 0) return <p>{t('person.nothing')}</p>;
  return (
    <dl className="facts">
      {known.map((field) => (
        <div key={field} className="fact">
          <dt>{t(personKeys[field])}</dt>
          <dd>{field === 'birthDate' ? dayWords(person[field] ?? '') : person[field]}</dd>
        </div>
      ))}
    </dl>
  );
}
