import express, { Router, type Request, type RequestHandler, type Response } from 'express';
import type { Logger } from 'pino';
import { linkPath } from '../contract/task-link.js';
import { scopeOf } from '../middleware/request-scope.js';
import { noStore } from '../middleware/security-headers.js';
import type { Parts } from '../parts.js';
import { Problem } from '../problem.js';
import { triesLeft } from '../read/link-reads.js';
import { isSame } from '../records/link-keys.js';
import { answer, type Onward } from './answer.js';
import { codePage } from './code-page.js';
import { postedForm, type PostedForm } from './form-body.js';
import { fromOurPages, setUpPageRate } from './page-guards.js';
import { inWords } from './page-errors.js';
import { enter, isShown, show, type Shown } from './show.js';
import { contentPolicy } from './style.js';
import { addressOf, givePass, sealOf, visitOf, type Visit } from './visit.js';

export interface AgencyPageSettings {
  readonly parts: Parts;
  readonly logger: Logger;
  /** Of one address. */
  readonly requestsPerMinute: number;
}

/** Two texts of the longest that a form takes, percent-encoded, and what stands around them. */
const largestForm = '600kb';

/** The page behind a link: no account, no session, no script. Only the signed token in its address opens it. */
export function agencyPage({ parts, logger, requestsPerMinute }: AgencyPageSettings): Router {
  const router = Router();
  router.use(noStore, pageHeaders, setUpPageRate(requestsPerMinute));
  router.get('/:token', async (request, response) => {
    reply(response, await opened(parts, request, response));
  });
  router.post(
    '/:token',
    fromOurPages,
    express.urlencoded({ extended: false, limit: largestForm, parameterLimit: 300, inflate: false }),
    async (request, response) => {
      reply(response, await posted(parts, request, response));
    },
  );
  router.use(nothingHere);
  router.use(inWords(logger));
  return router;
}

/** The address is the key: it is not passed on, not kept, not indexed, and the log names the declared path alone. */
const pageHeaders: RequestHandler = (_request, response, next) => {
  scopeOf(response).route = `${linkPath}/{token}`;
  response.set({
    'Content-Security-Policy': contentPolicy,
    'Referrer-Policy': 'no-referrer',
    'X-Robots-Tag': 'noindex, nofollow',
  });
  next();
};

async function opened(parts: Parts, request: Request, response: Response): Promise<Shown> {
  const visit = await visitOf(parts, request, response);
  const entered = visit === undefined ? undefined : await enter(visit);
  if (entered === undefined) throw new Problem('not-found');
  return isShown(entered) ? entered : show(entered, request);
}

async function posted(parts: Parts, request: Request, response: Response): Promise<Shown | Onward> {
  const visit = await visitOf(parts, request, response);
  if (visit === undefined) throw new Problem('not-found');
  const form = postedForm(request.body);
  const entered = await enter(visit);
  if (entered === undefined) throw new Problem('not-found');
  if (!isShown(entered)) return answer(entered, form);
  if (entered.status === 410) return form.step === 'again' ? askAgain(visit, form) : entered;
  return form.step === 'unlock' ? unlock(visit, form, { request, response }) : waiting(visit, form);
}

async function askAgain(visit: Visit, form: PostedForm): Promise<Onward> {
  if (isSame(form.seal, sealOf(visit))) await visit.parts.records.links.askAgain(visit.link, visit.now);
  return { location: addressOf(visit) };
}

/** The code was forgotten while a form was filled in: it is asked again, and the form goes on where it was. */
async function waiting(visit: Visit, form: PostedForm, left?: number): Promise<Shown> {
  const { parts, link, language, now } = visit;
  const found = await parts.read.links.sight(link, { language, now });
  if (found === undefined) throw new Problem('not-found');
  const kept = form.act === '' ? undefined : keptOf(form);
  return {
    status: left === undefined ? 200 : 422,
    html: codePage({
      visit,
      caseCode: found.caseCode,
      ...(left === undefined ? {} : { triesLeft: left }),
      ...(kept === undefined ? {} : { kept }),
    }),
  };
}

const keptOf = ({ act, outcome, key, version, entered }: PostedForm) => ({
  ...entered,
  act,
  outcome,
  key,
  version: String(version),
});

async function unlock(
  visit: Visit,
  form: PostedForm,
  { request, response }: { readonly request: Request; readonly response: Response },
): Promise<Shown | Onward> {
  if (!isSame(form.seal, sealOf(visit))) return { location: addressOf(visit) };
  const { parts, link, now } = visit;
  const tried = await parts.records.links.tryCode(link, form.code.replaceAll(/\D/g, ''), now);
  const left = triesLeft(link.failedCodes + 1);
  if (tried === 'wrong' && left > 0) return waiting(visit, form, left);
  if (tried !== 'right') return { location: addressOf(visit) };
  const unlocked = givePass(visit, request, response);
  const entered = form.act === '' ? undefined : await enter(unlocked);
  if (entered === undefined || isShown(entered)) return { location: addressOf(unlocked) };
  return answer(entered, { ...form, step: 'edit' });
}

function reply(response: Response, answered: Shown | Onward): void {
  if ('location' in answered) response.redirect(303, answered.location);
  else response.status(answered.status).type('html').send(answered.html);
}

const nothingHere: RequestHandler = () => {
  throw new Problem('not-found');
};
