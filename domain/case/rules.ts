import type { CommandType } from './commands.js';
import type { Rule } from './rule.js';
import { answeringRules } from './rules/answering.js';
import { chasingRules } from './rules/chasing.js';
import { consentingRules } from './rules/consenting.js';
import { handingOverRules } from './rules/handing-over.js';
import { keepingRules } from './rules/keeping.js';
import { passingTimeRule } from './rules/passing-time.js';

/** Everything that can be asked of an open case; `open-case` stands apart, for it has no case yet. */
export type RuledType = Exclude<CommandType, 'open-case'>;

export const rules: { readonly [Type in RuledType]: Rule<Type> } = {
  ...answeringRules,
  ...handingOverRules,
  ...chasingRules,
  ...consentingRules,
  ...keepingRules,
  'pass-time': passingTimeRule,
};
