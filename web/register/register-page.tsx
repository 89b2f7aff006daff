import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../api/contract/case.js';
import type { ProcedureSummary } from '../../api/contract/directory.js';
import type { EntryForm } from '../forms/entry-form.js';
import type { Entered } from '../forms/question.js';
import { useProcedures } from '../procedure/use-procedure.js';
import { useMe } from '../session/session.js';
import { usePageTitle } from '../shell/page-title.js';
import { Starting } from '../shell/waiting.js';
import { CheckAnswers } from './check-answers.js';
import { DuplicateSearch } from './duplicate-search.js';
import { currentDraft, forgetDraft, isBegun, typeInto } from './draft.js';
import { DraftStatus } from './draft-status.js';
import { Registered } from './registered.js';
import { RegisterSection } from './register-section.js';
import { SavedDrafts } from './saved-drafts.js';
import type { Typed } from './search-of.js';
import { personMark, sectionIds, type Asking } from './sections.js';

/** Register a case: four short sections, a page to check the answers, a confirmation. */
export function RegisterPage(): ReactNode {
  const { t } = useTranslation();
  const procedures = useProcedures();
  const { permissions } = useMe();
  usePageTitle(t('register.title'));
  if (!permissions.includes('register-case')) return <NotYours />;
  return procedures === undefined ? <Starting /> : <Register procedures={procedures} />;
}

/** Said at once, before anything is typed in vain. */
function NotYours(): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow stack">
      <h1>{t('register.title')}</h1>
      <p>{t('register.not-yours')}</p>
      <p>
        <Link to="/cases">{t('cases.all')}</Link>
      </p>
    </div>
  );
}

function Register({ procedures }: { readonly procedures: readonly ProcedureSummary[] }): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate({ from: '/cases/register' });
  const { step = 1, rehearse } = useSearch({ from: '/cases/register' });
  const [takenUp, setTakenUp] = useState('');
  const [registered, setRegistered] = useState<CaseView>();
  const form = useForm<Record<string, Entered[string]>>({
    defaultValues: startingWith(procedures, rehearse),
  });
  const entered = form.watch();
  useEffect(() => {
    // What was registered is no draft any more: whoever came back to it would register it again.
    if (registered === undefined) typeInto(entered);
  }, [entered, registered]);
  if (registered !== undefined) return <Registered view={registered} />;

  const go = (to: number): void => void navigate({ search: { step: to } });
  const trains = me.roles.includes('coordinator') ? 'yes' : 'no';
  const procedure = followed(procedures, entered);
  if (procedure === undefined) return <Starting />;
  const asking: Asking = { t, procedure, procedures, entered, trains };
  const section = sectionIds[step - 1];
  const isBeginning = step === 1 || !isBegun(currentDraft());
  return (
    <div className="page page-narrow stack">
      <h1>{t('register.title')}</h1>
      {isBeginning && <DuplicateSearch onSearched={beginWith(form)} />}
      {isBeginning && (
        <SavedDrafts
          onTakenUp={() => {
            form.reset(startingWith(procedures));
            setTakenUp(currentDraft().id);
          }}
        />
      )}
      {section === undefined && !isBeginning ? (
        <CheckAnswers
          asking={asking}
          onChange={go}
          onRegistered={(view) => {
            forgetDraft();
            setRegistered(view);
          }}
        />
      ) : (
        <RegisterSection
          key={`${takenUp} ${String(isBeginning ? 1 : step)}`}
          number={isBeginning ? 1 : step}
          asking={asking}
          form={form}
          onGo={go}
        />
      )}
      <DraftStatus />
    </div>
  );
}

/** What was searched for need not be typed again; what is there already stays. */
const beginWith =
  (form: EntryForm) =>
  ({ name, phone }: Typed): void => {
    const searched = [
      [`${personMark}fullName`, name],
      [`${personMark}phone`, phone],
    ] as const;
    for (const [id, value] of searched)
      if (value !== '' && (form.getValues(id) ?? '') === '') form.setValue(id, value);
  };

/** The procedure in force; of a rehearsal the one that is to be trained. */
function followed(
  procedures: readonly ProcedureSummary[],
  { rehearsal, procedure }: Entered,
): ProcedureSummary | undefined {
  const named = rehearsal === 'true' ? procedures.find(({ ref }) => ref === procedure) : undefined;
  return named ?? procedures.find(({ current }) => current);
}

/** Where only one channel is open, it is chosen already; a rehearsal follows what is in force unless it is to follow another. */
function startingWith(
  procedures: readonly ProcedureSummary[],
  rehearse?: string,
): Record<string, Entered[string]> {
  const current = procedures.find((each) => each.current);
  const channels = current?.channels ?? [];
  const only = channels.length === 1 ? channels[0] : undefined;
  return {
    ...(only === undefined ? {} : { channel: only.id }),
    ...(current === undefined ? {} : { procedure: current.ref }),
    ...currentDraft().entered,
    ...(rehearse === undefined ? {} : { rehearsal: 'true', procedure: rehearse }),
  };
}
