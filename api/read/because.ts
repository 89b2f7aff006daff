import type { Condition, Elapsed, Procedure } from '../../domain/procedure/procedure.js';
import { isMessageKey, message, type Language, type MessageKey } from '../../messages/message.js';
import type { Clause } from '../contract/clause.js';

interface Telling {
  readonly procedure: Procedure;
  readonly language: Language;
}

interface Opening extends Telling {
  /** How the sentence begins. */
  readonly opening: 'because.opens' | 'because.closes';
}

/** More than so many conditions explain nothing. */
const mostTold = 4;

/** Why a step is not open yet, or the case not to be closed so, in one sentence: what must have happened first. */
export const becauseOf = (unmet: readonly Condition[], { opening, ...telling }: Opening): string =>
  message(telling.language, opening, { when: joined(unmet, 'because.and', telling) });

/** The same as an outline, where it takes more than one thing; undefined where the sentence says it best. */
export function clauseOf(unmet: readonly Condition[], { opening, ...telling }: Opening): Clause | undefined {
  const { text, parts } = clauseOfAll(unmet, 'all', telling);
  if (parts === undefined) return undefined;
  return { text: message(telling.language, `${opening}-list`, { when: text }), parts };
}

function clause(condition: Condition, telling: Telling): Clause {
  if ('all' in condition) return clauseOfAll(condition.all, 'all', telling);
  if ('any' in condition) return clauseOfAll(condition.any, 'any', telling);
  return { text: words(condition, telling) };
}

/** Each thing once; what is said of a single thing is that thing. */
function clauseOfAll(conditions: readonly Condition[], by: 'all' | 'any', telling: Telling): Clause {
  const told = flattened(conditions, by).map((condition) => clause(condition, telling));
  const parts = told.filter(
    (each, index) => told.findIndex((other) => JSON.stringify(other) === JSON.stringify(each)) === index,
  );
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const count = parts.length;
  return { text: message(telling.language, `because.${by}-${count === 2 ? 'two' : 'of'}`, { count }), parts };
}

/** A list within a list of its kind says no more than one list. */
const flattened = (conditions: readonly Condition[], by: 'all' | 'any'): readonly Condition[] =>
  conditions.flatMap((condition) => {
    const within = by === 'all' ? 'all' in condition && condition.all : 'any' in condition && condition.any;
    return within === false ? [condition] : flattened(within, by);
  });

function joined(conditions: readonly Condition[], by: MessageKey, telling: Telling): string {
  const told = [...new Set(conditions.map((condition) => words(condition, telling)))].slice(0, mostTold);
  return told.join(message(telling.language, by));
}

/** A condition as the part of a sentence after "when". */
function words(condition: Condition, telling: Telling): string {
  const told = plainWords(condition, telling);
  if (!('since' in condition) || typeof condition.since !== 'string') return told;
  return message(telling.language, 'because.since', {
    what: told,
    step: stepTitle(condition.since, telling),
  });
}

function plainWords(condition: Condition, telling: Telling): string {
  const { procedure, language } = telling;
  if ('after' in condition) return afterWords(condition.after, telling);
  if ('fact' in condition) return factWords(condition, telling);
  if ('known' in condition)
    return message(language, 'because.known', { fact: factTitle(condition.known, telling) });
  if ('elapsed' in condition) return elapsedWords(condition, telling);
  if ('extended' in condition)
    return message(language, 'because.extended', { step: stepTitle(condition.extended, telling) });
  if ('channel' in condition) {
    const channels = [condition.channel].flat().map((channel) => message(language, `channel.${channel}`));
    return message(language, 'because.channel', { channels: channels.join(', ') });
  }
  if ('not' in condition) return notWords(condition.not, telling);
  if ('all' in condition) return joined(condition.all, 'because.and', { procedure, language });
  return joined(condition.any, 'because.or', { procedure, language });
}

function factWords({ fact, is }: FactIs, telling: Telling): string {
  const { language } = telling;
  const title = factTitle(fact, telling);
  if (is === true) return message(language, 'because.fact-true', { fact: title });
  if (is === false) return message(language, 'because.fact-false', { fact: title });
  return message(language, 'because.fact', { fact: title, value: valueWords({ fact, is }, telling) });
}

type FactIs = Extract<Condition, { fact: string }>;

/** The values in quotes, any of which is meant. */
const valueWords = ({ fact, is }: FactIs, { procedure, language }: Telling): string =>
  [is]
    .flat()
    .map((value) => `“${procedure.facts[fact]?.values?.[String(value)]?.[language] ?? String(value)}”`)
    .join(message(language, 'because.or'));

/** What holds now and must not: of a fact that the record says otherwise by then. */
function notWords(condition: Condition, telling: Telling): string {
  const { language } = telling;
  if (!('fact' in condition) || condition.is === false)
    return message(language, 'because.not', { what: words(condition, telling) });
  const fact = factTitle(condition.fact, telling);
  return condition.is === true
    ? message(language, 'because.not-fact-true', { fact })
    : message(language, 'because.not-fact', { fact, value: valueWords(condition, telling) });
}

/** A title in the middle of a sentence. */
function factTitle(fact: string, { procedure, language }: Telling): string {
  const title = procedure.facts[fact]?.title[language] ?? fact;
  return title.charAt(0).toLowerCase() + title.slice(1);
}

function elapsedWords({ elapsed, since }: { elapsed: Elapsed; since: Since }, telling: Telling): string {
  const { language } = telling;
  return message(language, 'because.elapsed', {
    amount: elapsed.amount,
    unit: message(language, `${elapsed.amount === 1 ? 'unit-one' : 'unit'}.${elapsed.unit}`),
    since:
      'fact' in since
        ? message(language, 'because.since-fact', { fact: factTitle(since.fact, telling) })
        : message(language, 'because.step-done', { step: stepTitle(since.step, telling) }),
  });
}

type Since = Extract<Condition, { elapsed: Elapsed }>['since'];

function afterWords(after: string, telling: Telling): string {
  const [stepId = '', outcome] = after.split(':');
  const step = stepTitle(stepId, telling);
  if (outcome === undefined) return message(telling.language, 'because.after', { step });
  return message(telling.language, 'because.after-outcome', {
    step,
    outcome: outcomeTitle(telling.procedure, { stepId, outcome }, telling.language),
  });
}

const stepTitle = (stepId: string, { procedure, language }: Telling): string =>
  procedure.steps[stepId]?.title[language] ?? stepId;

/** The title of an outcome of a step, or of one that every step may have (declined, ended). */
export function outcomeTitle(
  procedure: Procedure | undefined,
  { stepId, outcome }: { readonly stepId: string; readonly outcome: string },
  language: Language,
): string {
  const own = procedure?.steps[stepId]?.outcomes[outcome]?.title[language];
  const implicit = `outcome.${outcome}`;
  return own ?? (isMessageKey(implicit) ? message(language, implicit) : outcome);
}
