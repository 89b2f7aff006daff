import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgencySaved, AgencyWarning, ChangeAgency } from '../../api/contract/admin-agency.js';
import { plainDate } from '../../domain/time/plain-date.js';
import { proceduresQuery } from '../api/queries.js';
import { request } from '../api/request.js';
import { PlainForm } from '../forms/plain-form.js';
import { usePageTitle } from '../shell/page-title.js';
import { PageTrouble } from '../shell/page-trouble.js';
import { Trouble } from '../shell/trouble.js';
import { Starting } from '../shell/waiting.js';
import { currentLanguage } from '../words/language.js';
import './admin.css';
import { AdminTabs } from './admin-tabs.js';
import { AgencyAbout } from './agency-about.js';
import { agencyInputs } from './agency-inputs.js';
import { namesOf, SavedNotice, type Saved } from './saved-notice.js';
import { agencyChanges, agencyQuestions, endQuestions, enteredAgency, rolesOf } from './agency-questions.js';

const agencyKey = (id: string): readonly unknown[] => ['admin-agency', id, currentLanguage()];

/** One agency: what it answers for and where, changed, and ended in favour of another. */
export function AgencyPage(): ReactNode {
  const { agencyId } = useParams({ from: '/admin/agencies/$agencyId' });
  useTranslation(); // asked for anew when the language changes
  const { data, error, refetch } = useQuery({
    queryKey: agencyKey(agencyId),
    queryFn: ({ signal }) => request<AgencySaved>({ path: `/admin/agencies/${agencyId}`, signal }),
    // In another language the same agency stays in sight, and with it what is being typed.
    placeholderData: (before, query) => (query?.queryKey[1] === agencyId ? before : undefined),
  });
  if (data === undefined)
    return error === null ? <Starting /> : <PageTrouble error={error} onRetry={() => void refetch()} />;
  return <Agency key={data.agency.id} saved={data} />;
}

function Agency({ saved }: { readonly saved: AgencySaved }): ReactNode {
  const { t } = useTranslation();
  const { agency, warnings } = saved;
  const { times, done, change } = useChange(agency.id);
  const name = currentLanguage() === 'vi' ? agency.nameVi : agency.nameEn;
  const { data } = useQuery(proceduresQuery());
  const roles = rolesOf(data?.items ?? []);
  usePageTitle(name);
  return (
    <div className="page stack">
      <h1>{name}</h1>
      <AdminTabs />
      <p>
        <Link to="/admin/agencies">{t('agencies.back')}</Link>
      </p>
      <SavedNotice saved={done} />
      <Warnings warnings={warnings} />
      <AgencyAbout agency={agency} roles={roles} />
      {data !== undefined && (
        <details className="card admin-form" key={`change ${String(times)}`}>
          <summary>{t('agencies.change')}</summary>
          <PlainForm
            questions={agencyQuestions(t, { roles, sector: agency.sector })}
            inputs={agencyInputs}
            initial={enteredAgency(agency, t)}
            submit={t('agencies.save')}
            send={(answers) => change(agencyChanges(agency, answers))}
          />
        </details>
      )}
      <details className="card admin-form" key={`end ${String(times)}`}>
        <summary>{t('agencies.end')}</summary>
        <div className="stack">
          <p>{t('agencies.end-what')}</p>
          <PlainForm
            questions={endQuestions(t)}
            inputs={agencyInputs}
            initial={enteredAgency(agency, t)}
            submit={t('agencies.end-save')}
            send={({ validTo, successorId = null }) =>
              change({
                validTo: plainDate(String(validTo)),
                successorId: successorId === null ? null : String(successorId),
              })
            }
          />
          {agency.validTo !== null && <GoOn change={change} />}
        </div>
      </details>
    </div>
  );
}

type Change = (body: ChangeAgency) => Promise<void>;

interface Changing {
  /** How often it worked: makes the forms anew. */
  readonly times: number;
  readonly done: Saved | undefined;
  readonly change: Change;
}

/** Sends what changed and tells it. */
function useChange(id: string): Changing {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [done, setDone] = useState<Saved>();
  const times = done?.at ?? 0;
  const change: Change = async (body) => {
    const saved = await request<AgencySaved>({ method: 'PATCH', path: `/admin/agencies/${id}`, body });
    client.setQueryData(agencyKey(id), saved);
    await client.invalidateQueries({ queryKey: ['list', '/admin/agencies'] });
    await client.invalidateQueries({ queryKey: ['agencies'] });
    const what = namesOf(body, [...agencyQuestions(t, { roles: [] }), ...endQuestions(t)]);
    const words = what === '' ? t('agencies.unchanged') : t('agencies.saved', { what });
    setDone({ words, at: times + 1 });
  };
  return { times, done, change };
}

/** Nothing of this was in the way of saving. */
function Warnings({ warnings }: { readonly warnings: readonly AgencyWarning[] }): ReactNode {
  const { t } = useTranslation();
  if (warnings.length === 0) return null;
  return (
    <section className="card stack warned" aria-labelledby="warnings">
      <h2 id="warnings">{t('agencies.warnings')}</h2>
      <ul>
        {warnings.map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
      <p className="quiet">{t('agencies.warnings-what')}</p>
    </section>
  );
}

function GoOn({ change }: { readonly change: Change }): ReactNode {
  const { t } = useTranslation();
  const going = useMutation({ mutationFn: () => change({ validTo: null, successorId: null }) });
  const go = (): void => {
    going.mutate();
  };
  return (
    <div className="stack other-act">
      <p>{t('agencies.go-on-what')}</p>
      {going.error !== null && <Trouble error={going.error} onRetry={go} />}
      <div>
        <Button variant="outline" loading={going.isPending} onClick={go}>
          {t('agencies.go-on')}
        </Button>
      </div>
    </div>
  );
}
