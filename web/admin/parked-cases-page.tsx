import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../api/contract/case.js';
import type { ParkedCase } from '../../api/contract/operation-view.js';
import { ActForm } from '../acts/act-form.js';
import { casePlan } from '../acts/case-plans.js';
import { FoldedForm } from '../acts/folded-form.js';
import { isKept } from '../acts/kept-entries.js';
import { useHeld } from '../acts/use-held.js';
import { caseQuery, listQuery } from '../api/queries.js';
import { useProcedure } from '../procedure/use-procedure.js';
import { useMe } from '../session/session.js';
import { PagedList } from '../shell/paged-list.js';
import { usePageTitle } from '../shell/page-title.js';
import { Trouble } from '../shell/trouble.js';
import { Starting } from '../shell/waiting.js';
import { nowAhead } from '../time/deadline-words.js';
import { momentWords } from '../time/display.js';
import './admin.css';
import { AdminTabs } from './admin-tabs.js';
import { causeWords, standingFor } from './parked-words.js';

/** Cases that the machine could not go on with: nobody can act on them until an administrator has looked. */
export function ParkedCasesPage(): ReactNode {
  const { t } = useTranslation();
  const [gone, setGone] = useState<string>();
  usePageTitle(t('admin.parked'));
  return (
    <div className="page stack">
      <h1>{t('admin.parked')}</h1>
      <AdminTabs />
      <p>{t('parked.what')}</p>
      <p role="status">{gone !== undefined && <strong>{t('parked.gone', { code: gone })}</strong>}</p>
      <PagedList
        query={listQuery<ParkedCase>('/admin/parked-cases', {})}
        show={(cases) => <ParkedList cases={cases} onGone={setGone} />}
        empty={<ParkedList cases={[]} onGone={setGone} />}
      />
    </div>
  );
}

interface ListProps {
  readonly cases: readonly ParkedCase[];
  readonly onGone: (code: string) => void;
}

/** A case that goes on stays here until its form has heard of it, be it the last one. */
function ParkedList({ cases: now, onGone }: ListProps): ReactNode {
  const { t } = useTranslation();
  const cases = useHeld(now, (shown) => shown.some(({ caseId }) => isKept(unparkName(caseId))));
  if (cases.length === 0) return <p className="empty">{t('parked.none')}</p>;
  return (
    <ul className="escalations">
      {cases.map((parked) => (
        <Parked key={parked.caseId} parked={parked} onGone={onGone} />
      ))}
    </ul>
  );
}

interface ParkedProps {
  readonly parked: ParkedCase;
  /** Told the code of the case that goes on. */
  readonly onGone: (code: string) => void;
}

function Parked({ parked, onGone }: ParkedProps): ReactNode {
  const { t } = useTranslation();
  const { caseId, code, since, why, rehearsal } = parked;
  const { amount, unit } = standingFor(since, nowAhead());
  const name = unparkName(caseId);
  return (
    <li className="card stack">
      <h2>
        <Link to="/cases/$caseId" params={{ caseId }} className="code">
          {code}
        </Link>{' '}
        {rehearsal && <span className="flag">{t('rehearsal')}</span>}
      </h2>
      <dl className="facts">
        <dt>{t('parked.since')}</dt>
        <dd>
          {momentWords(since)}&nbsp;· {t(`parked.for-${unit}`, { count: amount })}
        </dd>
        <dt>{t('parked.why')}</dt>
        <dd>{causeWords(why, t)}</dd>
      </dl>
      <FoldedForm title={t('act.unpark')} name={name}>
        <Unpark caseId={caseId} onGone={onGone} />
      </FoldedForm>
    </li>
  );
}

const unparkName = (caseId: string): string => `${caseId} unpark-case`;

/** What the rules permit this account, asked when somebody means to act. */
function Unpark({ caseId, onGone }: Pick<ParkedCase, 'caseId'> & Pick<ParkedProps, 'onGone'>): ReactNode {
  useTranslation(); // asked for anew when the language changes
  const { data, error, refetch } = useQuery(caseQuery(caseId));
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  return data === undefined ? <Starting /> : <UnparkForm view={data} onGone={onGone} />;
}

interface FormProps {
  readonly view: CaseView;
  readonly onGone: (code: string) => void;
}

function UnparkForm({ view: now, onGone }: FormProps): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const view = useHeld(now, (shown) => isKept(unparkName(shown.id)));
  const procedure = useProcedure(view.procedure);
  const permission = view.permitted.find(({ type }) => type === 'unpark-case');
  if (permission === undefined) return <p>{t('parked.who-may')}</p>;
  const plan = casePlan({ t, permission, me, task: undefined, procedure });
  if (plan === undefined || procedure === undefined) return <Starting />;
  return (
    <ActForm
      name={unparkName(view.id)}
      plan={plan}
      caseId={view.id}
      version={view.version}
      onDone={() => {
        onGone(view.code);
      }}
    />
  );
}
