import { queryOptions, skipToken } from '@tanstack/react-query';
import type { Page } from '../../api/contract/page.js';
import type { CasePosition, ProcedureView, StepLoad } from '../../api/contract/procedure.js';
import { request, type Query } from '../api/request.js';
import { whileSomebodyIsThere } from '../session/activity.js';
import { currentLanguage } from '../words/language.js';
import type { ProcedureLook } from './procedure-search.js';

const freshMs = 60_000;

const pathOf = (ref: string): string => `/procedures/${encodeURIComponent(ref)}`;

export const procedureQuery = (ref: string) =>
  queryOptions({
    queryKey: ['procedure', ref, currentLanguage()],
    queryFn: ({ signal }) => request<ProcedureView>({ path: pathOf(ref), signal }),
    staleTime: Infinity,
  });

/** The SVG as text; it is checked before it is shown. */
export const pictureQuery = (ref: string, query: Query) =>
  queryOptions({
    queryKey: ['picture', ref, query, currentLanguage()],
    queryFn: ({ signal }) => request<string>({ path: `${pathOf(ref)}/picture`, query, signal }),
    refetchInterval: whileSomebodyIsThere(freshMs),
  });

export const positionQuery = (ref: string, caseId: string | undefined) =>
  queryOptions({
    queryKey: ['position', ref, caseId, currentLanguage()],
    queryFn:
      caseId === undefined
        ? skipToken
        : ({ signal }) =>
            request<CasePosition>({ path: `${pathOf(ref)}/position`, query: { case: caseId }, signal }),
    refetchInterval: whileSomebodyIsThere(freshMs),
  });

export const loadQuery = (ref: string, view: ProcedureLook) =>
  queryOptions({
    queryKey: ['load', ref],
    queryFn:
      view === 'load'
        ? ({ signal }) => request<Page<StepLoad>>({ path: `${pathOf(ref)}/load`, signal })
        : skipToken,
    refetchInterval: whileSomebodyIsThere(freshMs),
  });
