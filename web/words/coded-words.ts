import type { TFunction } from 'i18next';
import type { CaseView } from '../../api/contract/case.js';
import type { escalationActions } from '../../api/contract/escalation.js';
import type { relatives } from '../../api/contract/ground.js';
import type { purposes as allPurposes } from '../../api/contract/person.js';
import type { TaskView } from '../../api/contract/task.js';
import type {
  Channel,
  Confidence,
  PersonField,
  Phase,
  PlaceKind,
  Track,
} from '../../domain/procedure/procedure.js';

/** Phases in the order of a case's way. Spelled out here so that the screens need no more of the rules than the names. */
const phaseKeys = {
  receipt: 'phase.receipt',
  verification: 'phase.verification',
  protection: 'phase.protection',
  shelter: 'phase.shelter',
  support: 'phase.support',
  transfer: 'phase.transfer',
  return: 'phase.return',
  'follow-up': 'phase.follow-up',
} as const satisfies Record<Phase, string>;

export const phases = Object.keys(phaseKeys) as readonly Phase[];
export const isPhase = (text: unknown): text is Phase => phases.some((phase) => phase === text);
export const phaseWords = (phase: string, t: TFunction): string =>
  isPhase(phase) ? t(phaseKeys[phase]) : phase;

const channelKeys = {
  'self-report': 'channel.self-report',
  rescue: 'channel.rescue',
  'mission-abroad': 'channel.mission-abroad',
  'self-return': 'channel.self-return',
  'bilateral-handover': 'channel.bilateral-handover',
  'foreign-victim': 'channel.foreign-victim',
  hotline: 'channel.hotline',
  outreach: 'channel.outreach',
} as const satisfies Record<Channel, string>;

export const channels = Object.keys(channelKeys) as readonly Channel[];
export const isChannel = (text: unknown): text is Channel => channels.some((channel) => channel === text);
export const channelWords = (channel: string, t: TFunction): string =>
  isChannel(channel) ? t(channelKeys[channel]) : channel;

const statusKeys = {
  offered: 'status.offered',
  accepted: 'status.accepted',
  completed: 'status.completed',
  declined: 'status.declined',
  misdirected: 'status.misdirected',
  recalled: 'status.recalled',
} as const satisfies Record<TaskView['status'], string>;

/** A stay is not accepted by anybody: it goes on until it ends. */
export const statusWords = ({ kind, status }: Pick<TaskView, 'kind' | 'status'>, t: TFunction): string =>
  t(kind === 'stay' && status === 'offered' ? 'status.stay' : statusKeys[status]);

export const confidenceKeys = {
  A: 'confidence.A',
  B: 'confidence.B',
  C: 'confidence.C',
} as const satisfies Record<Confidence, string>;

export const personKeys = {
  fullName: 'person.fullName',
  otherNames: 'person.otherNames',
  birthDate: 'person.birthDate',
  phone: 'person.phone',
  address: 'person.address',
  idNumber: 'person.idNumber',
  language: 'person.language',
  safeContact: 'person.safeContact',
  story: 'person.story',
} as const satisfies Record<PersonField, string>;

/** Why something sealed is opened. */
export type Purpose = (typeof allPurposes)[number];

export const purposeKeys = {
  'handle-task': 'purpose.handle-task',
  'verify-identity': 'purpose.verify-identity',
  contact: 'purpose.contact',
  transport: 'purpose.transport',
  health: 'purpose.health',
  letter: 'purpose.letter',
  'correct-record': 'purpose.correct-record',
  audit: 'purpose.audit',
} as const satisfies Record<Purpose, string>;

export const purposes = Object.keys(purposeKeys) as readonly Purpose[];

export const placeKindKeys = {
  reception: 'place.reception',
  rescue: 'place.rescue',
  residence: 'place.residence',
  'entry-gate': 'place.entry-gate',
  facility: 'place.facility',
  coordinating: 'place.coordinating',
} as const satisfies Record<PlaceKind, string>;

export const relativeKeys = {
  parent: 'relative.parent',
  'step-parent': 'relative.step-parent',
  spouse: 'relative.spouse',
  sibling: 'relative.sibling',
  child: 'relative.child',
  grandparent: 'relative.grandparent',
  'other-relative': 'relative.other-relative',
  guardian: 'relative.guardian',
} as const satisfies Record<(typeof relatives)[number], string>;

const trackKeys = {
  main: 'track.main',
  child: 'track.child',
  protection: 'track.protection',
  support: 'track.support',
  'criminal-report': 'track.criminal-report',
} as const satisfies Record<Track, string>;

const isTrack = (text: string): text is Track => Object.hasOwn(trackKeys, text);
export const trackWords = (track: string, t: TFunction): string =>
  isTrack(track) ? t(trackKeys[track]) : track;

export const caseStatusKeys = {
  open: 'case-status.open',
  closed: 'case-status.closed',
  parked: 'case-status.parked',
} as const satisfies Record<CaseView['status'], string>;

export const escalationActionKeys = {
  nudged: 'escalation.nudged',
  reassigned: 'escalation.reassigned',
  extended: 'escalation.extended',
  'wait-until': 'escalation.wait-until',
} as const satisfies Record<(typeof escalationActions)[number], string>;
