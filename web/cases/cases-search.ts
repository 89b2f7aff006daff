import type { Channel, Phase } from '../../domain/procedure/procedure.js';
import { isChannel, isPhase } from '../words/coded-words.js';

const dues = ['overdue', 'soon', 'ok'] as const;
const statuses = ['open', 'closed', 'parked'] as const;
const sorts = ['opened', 'due'] as const;

/** Filters of the list, in the address, named as in the API. */
export interface CasesSearch {
  readonly phase?: Phase;
  readonly status?: (typeof statuses)[number];
  readonly due?: (typeof dues)[number];
  readonly agency?: string;
  readonly province?: string;
  readonly channel?: Channel;
  readonly rehearsal?: true;
  readonly q?: string;
  readonly sort?: (typeof sorts)[number];
}

/** Takes what is well-formed and drops the rest: an address that was typed wrong shows a wider list, never an error. */
export function readCasesSearch(search: Record<string, unknown>): CasesSearch {
  return {
    ...(isPhase(search['phase']) ? { phase: search['phase'] } : {}),
    ...(isChannel(search['channel']) ? { channel: search['channel'] } : {}),
    ...oneOf('status', statuses, search['status']),
    ...oneOf('due', dues, search['due']),
    ...oneOf('sort', sorts, search['sort']),
    ...shortText('agency', search['agency']),
    ...shortText('province', search['province']),
    ...shortText('q', search['q']),
    ...(search['rehearsal'] === true ? { rehearsal: true } : {}),
  };
}

function oneOf<Name extends string, Value extends string>(
  name: Name,
  allowed: readonly Value[],
  given: unknown,
): Partial<Record<Name, Value>> {
  const value = allowed.find((each) => each === given);
  return value === undefined ? {} : ({ [name]: value } as Record<Name, Value>);
}

const shortText = <Name extends string>(name: Name, given: unknown): Partial<Record<Name, string>> =>
  typeof given === 'string' && given !== '' ? ({ [name]: given.slice(0, 40) } as Record<Name, string>) : {};
