import type { AgencySource, Condition, NeedToKnow, Outcome, Step, Words } from '../procedure.js';
import { after, afterSince, all, any, is, isSince, not } from './condition.js';
import { serviceDeclineReasons } from './decline-reasons.js';
import { agencyField, noteField } from './fields.js';
import type { Regime } from './regime.js';
import { duty, request } from './step.js';
import { words, type Cited } from './words.js';

export interface Service {
  readonly id: string;
  readonly title: Words;
  readonly instructions: Words;
  readonly role: string;
  /** The fact that the person wants it: wanted anew, it is asked for anew. */
  readonly wish: string;
  /** To whom the regime grants it. */
  readonly within: Condition;
  /** Who is asked before the directory names somebody. */
  readonly agencyFrom?: readonly AgencySource[];
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly needs: NeedToKnow;
  readonly cite: Cited;
}

/** A request for a service, and the coordinator's duty to find another provider each time it is declined. */
export function serviceSteps({ coordinator }: Regime, service: Service): readonly Step[] {
  const another = `replace-${service.id}`;
  const wanted = all(is(service.wish, true), service.within);
  return [
    request(
      {
        id: service.id,
        title: service.title,
        instructions: service.instructions,
        phase: 'support',
        track: 'support',
        role: service.role,
        place: 'reception',
        agencyFrom: [{ step: another, field: 'provider' }, ...(service.agencyFrom ?? [])],
        opens: all(
          wanted,
          any(
            not(after(service.id)),
            all(after(`${service.id}:declined`), afterSince(`${another}:another-agency`, service.id)),
            isSince(service.wish, true, service.id),
          ),
        ),
        repeats: { max: 20 },
        serviceLevel: 'SL.SERVICE',
        personMayDecline: true,
        mandatory: true,
        outcomes: service.outcomes,
        needs: service.needs,
        ...service.cite,
      },
      serviceDeclineReasons,
    ),
    duty({
      id: another,
      title: words(`Tìm nơi khác: ${service.title.vi}`, `Find another provider: ${service.title.en}`),
      instructions: words(
        'Nơi được đề nghị đã từ chối: xem lý do, chọn nơi khác hoặc phương án khác, và nói lại với người được hỗ trợ.',
        'The provider declined: look at the reason, choose another one or another solution, and tell the person.',
      ),
      phase: 'support',
      track: 'support',
      role: coordinator,
      place: 'coordinating',
      opens: all(wanted, after(`${service.id}:declined`)),
      repeats: { max: 20 },
      serviceLevel: 'SL.SERVICE',
      mandatory: true,
      outcomes: {
        'another-agency': {
          title: words('Đề nghị nơi khác', 'Another provider is asked'),
          form: [agencyField('provider', words('Nơi cung cấp', 'Provider'), service.role), noteField],
        },
        'other-solution': { title: words('Phương án khác', 'Another solution'), form: [noteField] },
      },
      needs: { facts: ['isMinor', 'ageUncertain'], person: ['fullName'] },
      ...service.cite,
    }),
  ];
}
