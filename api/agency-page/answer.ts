import { randomUUID } from 'node:crypto';
import { isUuid } from '../../domain/ids.js';
import { message } from '../../messages/message.js';
import { linkPath } from '../contract/task-link.js';
import { ask } from '../commands/prepare.js';
import { Problem } from '../problem.js';
import { isSame } from '../records/link-keys.js';
import { actForms, formId, isLinkAct, type ActForm } from './act-form.js';
import { checkPage } from './check-page.js';
import type { PostedForm } from './form-body.js';
import type { Notice } from './page-model.js';
import { filled, foretell, readForm, withFindings } from './read-form.js';
import { receiptPage } from './receipt-page.js';
import { refusedNotice } from './refused-notice.js';
import { enter, isOpen, isShown, type AtTheTask, type Shown } from './show.js';
import { taskPage } from './task-page.js';
import { addressOf, sealOf } from './visit.js';

/** Where the browser is sent after something was done. */
export interface Onward {
  readonly location: string;
}

interface Posted extends AtTheTask {
  readonly posted: PostedForm;
}

/** A form that was sent to a task which this browser may see. */
export async function answer(at: AtTheTask, posted: PostedForm): Promise<Shown | Onward> {
  if (!isOpen(at.seen)) return { location: addressOf(at.visit) };
  const asked = { ...at, posted };
  const form = actForms(at.seen, at.moment).find(
    (each) => isLinkAct(posted.act) && formId(each) === formId({ act: posted.act, outcome: posted.outcome }),
  );
  if (form === undefined) return again(asked, undefined, changed(at));
  const typed = await filled(form, posted.entered, at);
  if (posted.step === 'find' || posted.step === 'edit') return again(asked, typed, undefined);
  if (!isSame(posted.seal, sealOf(at.visit))) return again(asked, typed, oldForm(at));
  return posted.step === 'send' ? send(asked, typed) : check(asked, typed);
}

/** The same page, with everything that was typed. */
async function again(
  { posted, ...at }: Posted,
  form: ActForm | undefined,
  notice: Notice | undefined,
): Promise<Shown> {
  const { visit, seen } = at;
  const forms = await Promise.all(
    actForms(seen, at.moment).map((each) =>
      isSameForm(each, form) ? Promise.resolve(form) : filled(each, {}, { visit, seen }),
    ),
  );
  const keyOf = (each: ActForm): string =>
    isSameForm(each, form) && notice === undefined ? keyIn(posted) : randomUUID();
  const isWrong = form !== undefined && Object.keys(form.problems).length > 0;
  return {
    status: isWrong || notice !== undefined ? 422 : 200,
    html: taskPage({ ...at, forms, at: form, notice, keyOf }),
  };
}

const isSameForm = (one: ActForm, other: ActForm | undefined): other is ActForm =>
  other !== undefined && formId(one) === formId(other);

const keyIn = ({ key }: PostedForm): string => (isUuid(key) ? key : randomUUID());

async function check(asked: Posted, form: ActForm): Promise<Shown> {
  const { posted, visit, seen, moment } = asked;
  const read = readForm(form, moment, visit.language);
  if (read.kind === 'wrong') return again(asked, read.form, undefined);
  try {
    const forecast = await foretell(read.body, { visit, seen, moment, version: posted.version });
    if (posted.step === 'judge') return await again(asked, form, undefined);
    const shown = form.plan.follows === true ? forecast : undefined;
    return {
      status: 200,
      html: checkPage({ visit, seen, form, forecast: shown, notice: undefined, keyOf: () => keyIn(posted) }),
    };
  } catch (error) {
    return notTaken(asked, form, error);
  }
}

async function send(asked: Posted, form: ActForm): Promise<Shown | Onward> {
  const { posted, visit, seen, moment } = asked;
  const read = readForm(form, moment, visit.language);
  if (read.kind === 'wrong') return again(asked, read.form, undefined);
  const key = keyIn(posted);
  try {
    await ask(
      visit.parts,
      { sight: seen.sight, body: read.body, key, ifVersion: posted.version },
      { key, userId: visit.link.id, route: `POST ${linkPath}/${visit.link.id}`, body: sentBody(posted) },
    );
    return { location: addressOf(visit, form.act) };
  } catch (error) {
    return notTaken(asked, form, error);
  }
}

/** What makes one request the same as another: the act and its answers, not the button or the language. */
const sentBody = ({ act, outcome, version, entered }: PostedForm) => ({ act, outcome, version, entered });

/** Why something was not taken: by its fields, by what others did meanwhile, by the rules. Nothing typed is lost. */
async function notTaken(asked: Posted, form: ActForm, error: unknown): Promise<Shown> {
  if (!(error instanceof Problem)) throw error;
  const { visit, seen, posted } = asked;
  const wrong = withFindings(form, error, visit.language);
  if (wrong !== undefined) return again(asked, wrong, undefined);
  if (error.code === 'not-known-yet') {
    const notice = refusedNotice(error, visit.language);
    const keyOf = (): string => keyIn(posted);
    return { status: 422, html: checkPage({ visit, seen, form, forecast: undefined, notice, keyOf }) };
  }
  const entered = await enter(visit);
  if (entered === undefined || isShown(entered)) throw new Problem('not-found');
  if (!isOpen(entered.seen)) return { status: 200, html: receiptPage(entered) };
  const isChange = error.code === 'stale-version' || error.code === 'idempotency-key-reused';
  const notice = isChange ? changed(entered) : refusedNotice(error, visit.language);
  return again({ ...asked, ...entered }, form, notice);
}

const alert = ({ visit: { language } }: AtTheTask, key: 'link.changed' | 'link.form-old'): Notice => ({
  kind: 'alert',
  title: message(language, 'link.not-sent'),
  text: message(language, key),
});
const changed = (at: AtTheTask): Notice => alert(at, 'link.changed');
const oldForm = (at: AtTheTask): Notice => alert(at, 'link.form-old');
