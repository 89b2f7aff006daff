import type { FactDefinition } from '../procedure.js';
import { commonFacts } from '../vn-both/facts.js';
import { words } from '../vn-both/words.js';

export const facts: Readonly<Record<string, FactDefinition>> = {
  ...commonFacts,
  // A person being identified has the travel entitlement already (art. 37(1)(e)): no need to wait for the answer.
  wantsHomeBeforeResult: {
    title: words('Muốn về trước khi có kết quả xác minh', 'Wants to go home before the verification ends'),
    type: 'boolean',
    recordable: true,
  },
};
