import type { TFunction } from 'i18next';
import type { Channel, Phase } from '../../domain/procedure/procedure.js';

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
