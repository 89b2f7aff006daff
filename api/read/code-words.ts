import { findProcedure, procedures } from '../../domain/procedure/catalogue.js';
import { refOf, type Procedure, type Step, type Words } from '../../domain/procedure/procedure.js';
import { isMessageKey, message, type Language } from '../../messages/message.js';

/** What a code is called; undefined where it has no name. */
export type CodeWords = (code: string, language: Language) => string | undefined;

type Named = Readonly<Record<string, Words | { readonly title: Words }>>;

/** The names that the step in hand gives to codes, then those of its procedure, then those that hold everywhere. */
export const codeWordsOf =
  (procedure?: Procedure, step?: Step): CodeWords =>
  (code, language) =>
    wordsIn([...listsOf(step), ...listsOfCase(procedure)])(code, language) ?? generalWords(code, language);

const listsOf = (step: Step | undefined): readonly (Named | undefined)[] => [
  step?.outcomes,
  step?.declineReasons,
  step?.extension?.grounds,
];

const listsOfCase = (procedure: Procedure | undefined): readonly (Named | undefined)[] => [
  procedure?.grounds,
  procedure?.steps,
  procedure?.closings,
  procedure?.facts,
  procedure?.channels,
  procedure?.roles,
];

/** The names that the first of these lists that knows a code gives to it. */
export const wordsIn =
  (lists: readonly (Named | undefined)[]): CodeWords =>
  (code, language) => {
    // `constructor` is a property of every object and a name of no code.
    const named = lists.find((list) => list !== undefined && Object.hasOwn(list, code))?.[code];
    return (named !== undefined && 'title' in named ? named.title : named)?.[language];
  };

/** Before there is a case: commands, states, procedures, what any procedure calls so, and what people are counted by. */
function generalWords(code: string, language: Language): string | undefined {
  const key = [`command.${code}`, `case-status.${code}`].find(isMessageKey);
  if (key !== undefined) return message(language, key);
  const procedure = findProcedure(code);
  if (procedure !== undefined) return `${procedure.title[language]} (${refOf(procedure)})`;
  const dimension = `dimension.${code}`;
  return (
    wordsIn(procedures.flatMap(listsOfCase))(code, language) ??
    (isMessageKey(dimension) ? message(language, dimension) : undefined)
  );
}
