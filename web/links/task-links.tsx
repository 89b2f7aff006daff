import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../api/contract/case.js';
import type { Page } from '../../api/contract/page.js';
import type { TaskView } from '../../api/contract/task.js';
import type { IssuedLink, TaskLinkView } from '../../api/contract/task-link.js';
import { newKey } from '../api/new-key.js';
import { request } from '../api/request.js';
import { useMe } from '../session/session.js';
import { Trouble } from '../shell/trouble.js';
import { currentLanguage } from '../words/language.js';
import { IssuedLinkCard } from './issued-link-card.js';
import { LinkList } from './link-list.js';

interface Props {
  readonly task: TaskView;
  readonly view: CaseView;
}

/** For whoever may hand the task on: a link by which its agency answers without an account. */
export function TaskLinks({ task, view }: Props): ReactNode {
  const me = useMe();
  const mayHandOn = view.permitted.some(({ type, taskId }) => type === 'reassign-task' && taskId === task.id);
  if (!mayHandOn || task.agency === null || task.agency.id === me.agency?.id) return null;
  return <Links task={task} from={view.coordinatingAgency?.name ?? ''} />;
}

const pathOf = (taskId: string): string => `/tasks/${taskId}/links`;

function Links({ task, from }: { readonly task: TaskView; readonly from: string }): ReactNode {
  const { t } = useTranslation();
  const { issuing, issue, links, withdrawing } = useLinks(task.id);
  return (
    <section className="card stack" aria-labelledby="links">
      <h2 id="links">{t('links.title')}</h2>
      <p>{t('links.what', { agency: task.agency?.name })}</p>
      {issuing.data === undefined ? (
        <div>
          <Button variant="default" loading={issuing.isPending} onClick={issue}>
            {t('links.issue')}
          </Button>
        </div>
      ) : (
        <IssuedLinkCard link={issuing.data} task={task} from={from} />
      )}
      {issuing.error !== null && <Trouble error={issuing.error} onRetry={issue} />}
      {links.data !== undefined && links.data.items.length > 0 && (
        <LinkList links={links.data.items} onWithdraw={withdrawing.mutate} />
      )}
      {withdrawing.error !== null && <Trouble error={withdrawing.error} onRetry={withdrawing.reset} />}
    </section>
  );
}

function useLinks(taskId: string) {
  const client = useQueryClient();
  const key = useRef(newKey());
  const queryKey = ['links', taskId, currentLanguage()];
  const refresh = (): Promise<void> => client.invalidateQueries({ queryKey });
  const links = useQuery({
    queryKey,
    queryFn: ({ signal }) => request<Page<TaskLinkView>>({ path: pathOf(taskId), signal }),
  });
  const issuing = useMutation({
    // One key for one intended link: asking again after a lost answer gives the same one.
    mutationFn: () =>
      request<IssuedLink>({ method: 'POST', path: pathOf(taskId), body: {}, key: key.current }),
    onSuccess: refresh,
    gcTime: 0,
  });
  const withdrawing = useMutation({
    mutationFn: (id: string) => request({ method: 'DELETE', path: `/links/${id}` }),
    onSuccess: refresh,
  });
  const issue = (): void => {
    issuing.mutate();
  };
  return { links, issuing, issue, withdrawing };
}
