import { randomUUID } from 'node:crypto';
import { decide } from '../../domain/case/decide.js';
import type { Moment } from '../../domain/case/draft.js';
import { isRefusal } from '../../domain/refusal.js';
import { message, type Language } from '../../messages/message.js';
import { questionOf } from '../../web/acts/plan.js';
import { readAnswers } from '../../web/forms/answers.js';
import { inputName, type Answers, type Entered, type Question } from '../../web/forms/question.js';
import { CommandBody } from '../contract/command.js';
import type { Forecast } from '../contract/forecast.js';
import { prepare, termsOf } from '../commands/prepare.js';
import { parsed } from '../parsing.js';
import { Problem, inTerms, problemOf, type Finding } from '../problem.js';
import { forecastOf } from '../read/forecast.js';
import type { LinkSight } from '../read/link-reads.js';
import type { ActForm } from './act-form.js';
import { withoutControls } from './form-body.js';
import { foundFor, isPicked, pickedIn, searchIn, withPickedIds } from './pickers.js';
import type { Visit } from './visit.js';
import { wordsOf } from './words.js';

/** What was entered, in the form where it belongs; searches are answered, and nothing is judged yet. */
export async function filled(
  form: ActForm,
  entered: Entered,
  { visit, seen }: { readonly visit: Visit; readonly seen: LinkSight },
): Promise<ActForm> {
  const several = form.questions.filter(({ type }) => type === 'choices').map(({ id }) => inputName(id));
  const lists = Object.fromEntries(
    Object.entries(entered).map(([name, value]) => [
      name,
      typeof value === 'string' && several.includes(name) ? [value] : value,
    ]),
  );
  const { parts } = visit;
  const found = await foundFor(form.questions, lists, { parts, seen });
  return { ...form, entered: lists, found };
}

type ReadForm =
  { readonly kind: 'wrong'; readonly form: ActForm } | { readonly kind: 'right'; readonly body: CommandBody };

/** The command that a form makes, or the form with what is wrong in it. */
export function readForm(form: ActForm, moment: Moment, language: Language): ReadForm {
  const { answers, problems } = readAnswers(
    form.questions,
    withPickedIds(form.questions, form.entered),
    moment.now,
  );
  const t = wordsOf(language);
  const own = Object.fromEntries(Object.entries(problems).map(([id, code]) => [id, t(`answer.${code}`)]));
  const searched = Object.fromEntries(
    form.questions
      .filter((question) => isUnchosen(form, question))
      .map(({ id }) => [id, searchWords(form, id, language)]),
  );
  const wrong = { ...own, ...searched };
  if (Object.keys(wrong).length > 0) return { kind: 'wrong', form: { ...form, problems: wrong } };
  try {
    return { kind: 'right', body: parsed(CommandBody, commandOf(form, answers)) };
  } catch (error) {
    const refused = withFindings(form, error, language);
    if (refused === undefined) throw error;
    return { kind: 'wrong', form: refused };
  }
}

const commandOf = (form: ActForm, answers: Answers) =>
  form.plan.command(form.outcome === '' ? answers : { ...answers, outcome: form.outcome });

/** Something was looked for and nothing chosen. */
const isUnchosen = ({ entered }: ActForm, question: Question): boolean =>
  isPicked(question) && searchIn(entered, question.id) !== '' && pickedIn(entered, question.id) === undefined;

const searchWords = ({ found }: ActForm, id: string, language: Language): string =>
  message(language, (found[id] ?? []).length > 0 ? 'link.choose-found' : 'link.nothing-found');

/** The form with the findings of a problem; undefined when they concern none of its questions. */
export function withFindings(form: ActForm, error: unknown, language: Language): ActForm | undefined {
  if (!(error instanceof Problem)) return undefined;
  const found = (error.more.findings ?? []).flatMap((finding): [string, string][] => {
    const id = questionOf(finding.pointer);
    return form.questions.some((question) => question.id === id)
      ? [[id, findingWords(finding, language)]]
      : [];
  });
  if (found.length === 0) return undefined;
  return { ...form, problems: Object.fromEntries(found), entered: cleaned(form.entered) };
}

const findingWords = ({ code, values }: Finding, language: Language): string =>
  code === 'characters' ? message(language, 'link.characters') : message(language, `issue.${code}`, values);

const cleaned = (entered: Entered): Entered =>
  Object.fromEntries(
    Object.entries(entered).map(([name, value]) => [
      name,
      typeof value === 'string' ? withoutControls(value) : value,
    ]),
  );

interface Foretelling {
  readonly visit: Visit;
  readonly seen: LinkSight;
  readonly moment: Moment;
  readonly version: number;
}

/** What the command would bring about, as far as this agency may know of it. Throws a problem where it would be refused. */
export async function foretell(
  body: CommandBody,
  { visit, seen, moment, version }: Foretelling,
): Promise<Forecast> {
  const { sight, whole } = seen;
  const asking = { sight, body, key: randomUUID(), ifVersion: version };
  const { command } = await prepare(visit.parts, asking);
  const decision = decide(whole, command, moment);
  if (isRefusal(decision)) throw inTerms(problemOf(decision), termsOf({ sight, body }));
  const seesRole = (role: string): boolean => sight.viewer.agencyRoles.includes(role);
  return forecastOf({ ...decision, language: visit.language, seesRole });
}
