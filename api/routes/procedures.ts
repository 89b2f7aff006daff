import { createHash } from 'node:crypto';
import { mayDo } from '../../domain/access/policy.js';
import { findProcedure } from '../../domain/procedure/catalogue.js';
import { refOf, type Procedure } from '../../domain/procedure/procedure.js';
import type { Language } from '../../messages/message.js';
import {
  CasePosition,
  Picture,
  PictureQuery,
  PositionQuery,
  ProcedureParams,
  ProcedureView,
  StepLoadPage,
} from '../contract/procedure.js';
import { caseOverlay, loadOverlay, plainOverlay, type Overlay } from '../picture/overlay.js';
import { pictureOf } from '../picture/picture.js';
import { fieldProblem, Problem } from '../problem.js';
import { procedureView } from '../read/procedure-view.js';
import type { Sight } from '../read/sight.js';
import { casePosition } from '../read/step-positions.js';
import { caseSeen } from './case-seen.js';
import { noBody, nothing, ok, route, type Answered, type Asked, type WithAccount } from './route.js';

export const procedureRoutes = [
  route({
    method: 'get',
    path: '/procedures/{ref}',
    summary: 'The steps of a procedure, with their limits and articles',
    permission: 'see-directory',
    audit: 'none',
    params: ProcedureParams,
    query: nothing,
    body: noBody,
    answer: ProcedureView,
    handler: ({ params, language }) => Promise.resolve(ok(procedureView(published(params.ref), language))),
  }),
  route({
    method: 'get',
    path: '/procedures/{ref}/picture',
    summary: 'The procedure as a picture; with a case’s position, or coloured by how many cases sit where',
    permission: 'see-directory',
    audit: 'none',
    params: ProcedureParams,
    query: PictureQuery,
    body: noBody,
    answer: Picture,
    handler: async (asked) => {
      const { params, language, headers } = asked;
      const procedure = published(params.ref);
      const view = procedureView(procedure, language);
      const overlay = await overlayFor(asked, { procedure, view });
      const svg = pictureOf({ procedure, view, overlay, language });
      const isPublic = asked.query.case === undefined && asked.query.colour === undefined;
      return pictureAnswer(svg, { language, isPublic, known: headers.ifNoneMatch });
    },
  }),
  route({
    method: 'get',
    path: '/procedures/{ref}/position',
    summary: 'Where a case stands at each step, as far as I may know',
    permission: 'see-directory',
    audit: 'none',
    params: ProcedureParams,
    query: PositionQuery,
    body: noBody,
    answer: CasePosition,
    handler: async (asked) =>
      ok(casePosition(await caseOf(published(asked.params.ref), asked, asked.query.case))),
  }),
  route({
    method: 'get',
    path: '/procedures/{ref}/load',
    summary: 'Open tasks by step, of them due soon and overdue, as far as I may see them',
    permission: 'see-dashboard',
    audit: 'none',
    params: ProcedureParams,
    query: nothing,
    body: noBody,
    answer: StepLoadPage,
    handler: async ({ parts, params, ...reader }) =>
      ok({ items: await parts.read.stepLoads(refOf(published(params.ref)), reader), next: null }),
  }),
];

function published(ref: string): Procedure {
  const procedure = findProcedure(ref);
  if (procedure === undefined) throw new Problem('not-found');
  return procedure;
}

type Asking = Pick<
  Asked<typeof ProcedureParams, typeof PictureQuery, typeof noBody>,
  'parts' | 'language' | 'now'
> &
  WithAccount;

/** 404 for strangers; a case of another procedure has no place in this one. */
async function caseOf(procedure: Procedure, asked: Asking, id: string): Promise<Sight> {
  const sight = await caseSeen({ ...asked, params: { id } });
  if (sight.state.procedure !== refOf(procedure))
    throw fieldProblem({ pointer: '/case', code: 'not-listed' });
  return sight;
}

async function overlayFor(
  asked: Asking & { readonly query: PictureQuery },
  { procedure, view }: { readonly procedure: Procedure; readonly view: ProcedureView },
): Promise<Overlay> {
  const { query, language, parts } = asked;
  if (query.case !== undefined && query.colour !== undefined)
    throw fieldProblem({ pointer: '/colour', code: 'one-of', values: { names: 'case, colour' } });
  if (query.case !== undefined)
    return caseOverlay(casePosition(await caseOf(procedure, asked, query.case)), language);
  if (query.colour === undefined) return plainOverlay(view, language);
  if (!mayDo(asked.viewer, 'see-dashboard')) throw new Problem('not-permitted');
  return loadOverlay(await parts.read.stepLoads(refOf(procedure), asked), language);
}

interface Telling {
  readonly language: Language;
  readonly isPublic: boolean;
  readonly known: string | undefined;
}

/** The tag is of the picture's own letters. What tells of cases stays nowhere; the procedure may be kept and asked again. */
function pictureAnswer(svg: string, { language, isPublic, known }: Telling): Answered<string> {
  const tag = `"${createHash('sha256').update(svg).digest('base64url').slice(0, 22)}"`;
  const headers = {
    ETag: tag,
    Vary: 'Accept-Language',
    'Content-Language': language,
    ...(isPublic ? { 'Cache-Control': 'private, no-cache' } : {}),
  };
  if (known === tag) return { status: 304, body: '', headers };
  return { status: 200, body: svg, headers: { ...headers, 'Content-Type': 'image/svg+xml; charset=utf-8' } };
}
