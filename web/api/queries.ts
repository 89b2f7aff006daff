import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { CaseSummary, CaseView } from '../../api/contract/case.js';
import type { Dashboard } from '../../api/contract/dashboard.js';
import type { OfficerView, PlaceView, ProcedureSummary } from '../../api/contract/directory.js';
import type { EscalationView } from '../../api/contract/escalation.js';
import type { DeadlineView, EventView } from '../../api/contract/event.js';
import type { Page } from '../../api/contract/page.js';
import type { Me } from '../../api/contract/session.js';
import type { TaskView } from '../../api/contract/task.js';
import { freshMs } from '../live/live-updates.js';
import { whileSomebodyIsThere } from '../session/activity.js';
import { currentLanguage } from '../words/language.js';
import { request, requestOnce, type Query } from './request.js';

/** Answers hold sentences in the reader's language: each language has its own. */
const keyed = (...parts: readonly unknown[]): readonly unknown[] => [...parts, currentLanguage()];

export const meQuery = () =>
  queryOptions({
    queryKey: ['me'],
    queryFn: ({ signal }) => requestOnce<Me>({ path: '/me', signal }),
    retry: false,
    staleTime: Infinity,
  });

export const dashboardQuery = (query: Query = {}) =>
  queryOptions({
    queryKey: keyed('dashboard', query),
    queryFn: ({ signal }) => request<Dashboard>({ path: '/dashboard', query, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: whileSomebodyIsThere(freshMs),
  });

/** A list of the API, page after page. */
export const listQuery = <Item>(path: string, query: Query) =>
  infiniteQueryOptions({
    queryKey: keyed('list', path, query),
    queryFn: ({ signal, pageParam }) =>
      request<Page<Item>>({
        path,
        query: { ...query, ...(pageParam === '' ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page: Page<Item>) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: whileSomebodyIsThere(freshMs),
  });

export const tasksQuery = (query: Query) => listQuery<TaskView>('/tasks', query);
export const casesQuery = (query: Query) => listQuery<CaseSummary>('/cases', query);
export const escalationsQuery = (query: Query) => listQuery<EscalationView>('/escalations', query);
export const timelineQuery = (caseId: string, query: Query = {}) =>
  listQuery<EventView>(`/cases/${caseId}/timeline`, query);
export const deadlinesQuery = (caseId: string) => listQuery<DeadlineView>(`/cases/${caseId}/deadlines`, {});

/** What is read again in another language stays in sight meanwhile, and with it what stands open in it. */
const sameInOtherWords =
  (id: string) =>
  <Data>(before: Data | undefined, query: { readonly queryKey: readonly unknown[] } | undefined) =>
    query?.queryKey[1] === id ? before : undefined;

export const taskQuery = (taskId: string) =>
  queryOptions({
    queryKey: keyed('task', taskId),
    queryFn: ({ signal }) => request<TaskView>({ path: `/tasks/${taskId}`, signal }),
    placeholderData: sameInOtherWords(taskId),
    refetchInterval: whileSomebodyIsThere(freshMs),
  });

export const caseQuery = (caseId: string) =>
  queryOptions({
    queryKey: keyed('case', caseId),
    queryFn: ({ signal }) => request<CaseView>({ path: `/cases/${caseId}`, signal }),
    placeholderData: sameInOtherWords(caseId),
    refetchInterval: whileSomebodyIsThere(freshMs),
  });

export const officersQuery = (agencyId: string) =>
  queryOptions({
    queryKey: ['agencies', agencyId, 'officers'],
    queryFn: ({ signal }) => request<Page<OfficerView>>({ path: `/agencies/${agencyId}/officers`, signal }),
    staleTime: 5 * 60_000,
  });

export const proceduresQuery = () =>
  queryOptions({
    queryKey: keyed('procedures'),
    queryFn: ({ signal }) => request<Page<ProcedureSummary>>({ path: '/procedures', signal }),
    placeholderData: keepPreviousData,
    staleTime: 5 * 60_000,
  });

export const provincesQuery = () =>
  queryOptions({
    queryKey: ['provinces'],
    queryFn: async ({ signal }) => {
      const { items } = await request<Page<PlaceView>>({
        path: '/places',
        query: { kind: 'province', limit: 100 },
        signal,
      });
      return items.sort((one, other) => one.name.localeCompare(other.name, 'vi'));
    },
    staleTime: Infinity,
  });
