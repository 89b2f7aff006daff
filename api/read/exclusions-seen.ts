import type { StandingExclusion } from '../../domain/case/case-state.js';
import { findProcedure } from '../../domain/procedure/catalogue.js';
import { isMessageKey, message } from '../../messages/message.js';
import type { CaseView } from '../contract/case.js';
import { accountTitle, shownAgency, type Names, type WantedNames } from './names.js';
import type { Sight } from './sight.js';

/** The exclusions that stand, for whoever may see the facts of the case; nobody else learns that there are any. */
export const exclusionsSeen = (sight: Sight, names: Names): CaseView['exclusions'] =>
  standing(sight).map((exclusion) => ({
    id: exclusion.id,
    title: titleOf(exclusion, sight, names),
    at: exclusion.at,
    ground:
      findProcedure(sight.state.procedure)?.grounds[exclusion.ground]?.[sight.language] ?? exclusion.ground,
  }));

export const namesInExclusions = (sight: Sight): Pick<WantedNames, 'agencies' | 'accounts'> => ({
  agencies: standing(sight).map((each) => ('agencyId' in each ? each.agencyId : undefined)),
  accounts: standing(sight).map((each) => ('userId' in each ? each.userId : undefined)),
});

const standing = (sight: Sight): readonly StandingExclusion[] =>
  sight.extent('see-facts') === 'all' ? sight.state.exclusions : [];

function titleOf(exclusion: StandingExclusion, sight: Sight, names: Names): string {
  if ('agencyId' in exclusion) return shownAgency(names.agency(exclusion.agencyId), sight).name;
  if ('userId' in exclusion) {
    const account = names.account(exclusion.userId);
    return account === undefined
      ? message(sight.language, 'detail.excluded-user')
      : accountTitle(account, sight.language);
  }
  const key = `relative.${exclusion.relative}`;
  return isMessageKey(key) ? message(sight.language, key) : exclusion.relative;
}
