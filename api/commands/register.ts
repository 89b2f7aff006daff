import { actorOf, type Viewer } from '../../domain/access/viewer.js';
import type { CommandOf } from '../../domain/case/commands.js';
import { caseId, commandId, groupId } from '../../domain/ids.js';
import { findProcedure, procedureInForceOn, procedures } from '../../domain/procedure/catalogue.js';
import { isRealFact } from '../../domain/procedure/fact.js';
import { refOf, type Procedure } from '../../domain/procedure/procedure.js';
import { dateOf } from '../../domain/time/plain-date.js';
import type { RegisterCase } from '../contract/case.js';
import { fieldProblem, pointer, Problem, type Finding } from '../problem.js';
import { checkExclusionGrounds } from './check-ground.js';
import { consentTermsOf } from './consent-terms.js';
import { Sealer } from './sealer.js';
import { receiptBy } from './receipt-by.js';
import type { PreparedCommand } from './submit.js';
import { dayWords } from '../read/day-words.js';
import { exclusionOf } from './translate.js';
import { unfitAnswer } from './unfit-answer.js';

/** The registration of a case as the rules take it. The key is the id of the case and of its first command. */
export function registration(body: RegisterCase, viewer: Viewer, key: string): PreparedCommand {
  const procedure = procedureFor(body);
  checkAgainst(procedure, body);
  checkExclusionGrounds(body.exclusions ?? [], procedure);
  const sealer = new Sealer(key);
  const command: CommandOf<'open-case'> = {
    id: commandId(key),
    caseId: caseId(key),
    type: 'open-case',
    actor: actorOf(viewer),
    data: {
      procedure: refOf(procedure),
      channel: body.channel,
      receivedAt: body.receivedAt,
      urgent: body.urgent ?? false,
      rehearsal: body.rehearsal ?? false,
      ...(body.groupId === undefined ? {} : { groupId: groupId(body.groupId) }),
      places: {
        reception: sealer.place('/receivedPlace', { kind: 'reception', placeCode: body.receivedPlace }),
      },
      ...receiptBy(viewer, body.facts),
      exclusions: (body.exclusions ?? []).map((each, index) => ({
        exclusion: exclusionOf(each, pointer('exclusions', index)),
        ground: sealer.ground(pointer('exclusions', index, 'ground'), each.ground),
      })),
      ...(body.consents === undefined
        ? {}
        : {
            consents: body.consents.map((each, index) =>
              consentTermsOf(each, pointer('consents', index), sealer),
            ),
          }),
    },
  };
  return { command, sealer, person: body.person };
}

const firstDayInForce = procedures
  .map(({ inForce }) => inForce.from)
  .reduce((first, each) => (each < first ? each : first));

/** A real case follows the procedure in force on the day of receipt; only a rehearsal may name another. */
function procedureFor({ procedure: ref, receivedAt, rehearsal }: RegisterCase): Procedure {
  const inForce = procedureInForceOn(dateOf(receivedAt));
  if (ref === undefined) {
    if (inForce === undefined)
      throw fieldProblem({
        pointer: '/receivedAt',
        code: 'no-procedure',
        values: { from: dayWords(firstDayInForce) },
      });
    return inForce;
  }
  const named = findProcedure(ref);
  if (named === undefined) {
    throw new Problem('field-invalid', {
      findings: [{ pointer: '/procedure', code: 'not-listed' }],
      allowed: procedures.map(refOf),
    });
  }
  if (rehearsal === true || named === inForce) return named;
  throw new Problem('procedure-not-in-force', { allowed: inForce === undefined ? [] : [refOf(inForce)] });
}

function checkAgainst(procedure: Procedure, { channel, facts = {} }: RegisterCase): void {
  if (procedure.channels[channel] === undefined) {
    throw new Problem('field-invalid', {
      findings: [{ pointer: '/channel', code: 'not-listed' }],
      allowed: Object.keys(procedure.channels),
    });
  }
  const findings = Object.entries(facts).flatMap(([fact, value]): Finding[] => {
    const definition = Object.hasOwn(procedure.facts, fact) ? procedure.facts[fact] : undefined;
    const where = pointer('facts', fact);
    if (definition === undefined)
      return [{ pointer: where, code: 'unknown-key', values: { names: pointer(fact).slice(1) } }];
    return isRealFact(definition, value)
      ? []
      : [unfitAnswer(where, { type: definition.type, options: definition.values })];
  });
  if (findings.length > 0) throw fieldProblem(...findings);
}
