/**
 * Branded ids. Every id is a UUID in lower case, so that none of them says anything about a person.
 */
declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

export type CaseId = Id<'CaseId'>;
export type TaskId = Id<'TaskId'>;
export type EscalationId = Id<'EscalationId'>;
export type ExclusionId = Id<'ExclusionId'>;
export type CommandId = Id<'CommandId'>;
export type AgencyId = Id<'AgencyId'>;
export type UserId = Id<'UserId'>;
export type GroupId = Id<'GroupId'>;
/** Points to a sealed text row. The text itself never enters the rules, the engine or a log. */
export type TextId = Id<'TextId'>;

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Is this text a UUID in its canonical lower-case form (RFC 9562)? */
export const isUuid = (text: string): boolean => uuidShape.test(text);

function idOf<Kind extends string>(kind: Kind): (text: string) => Id<Kind> {
  return (text) => {
    if (!isUuid(text)) throw new Error(`${kind}: not a UUID in lower case`);
    return text as Id<Kind>;
  };
}

export const caseId = idOf('CaseId');
export const taskId = idOf('TaskId');
export const escalationId = idOf('EscalationId');
export const exclusionId = idOf('ExclusionId');
export const commandId = idOf('CommandId');
export const agencyId = idOf('AgencyId');
export const userId = idOf('UserId');
export const groupId = idOf('GroupId');
export const textId = idOf('TextId');

/**
 * A UUID (version 8, RFC 9562 section 5.8) computed from a text. The same text gives the same id, so that the
 * rules stay free of randomness: a task's id follows from its case, step and ordinal.
 */
export function derivedUuid(text: string): string {
  const words = [0x9e3779b9, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f].map((seed) => mixed(text, seed));
  const hex = words.map((word) => word.toString(16).padStart(8, '0')).join('');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** MurmurHash3 (x86, 32 bits) over the UTF-16 units of a text. */
function mixed(text: string, seed: number): number {
  let hash = seed;
  for (let index = 0; index < text.length; index++) {
    let block = Math.imul(text.charCodeAt(index), 0xcc9e2d51);
    block = Math.imul((block << 15) | (block >>> 17), 0x1b873593);
    hash ^= block;
    hash = (Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0;
  }
  hash = Math.imul(hash ^ text.length ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
