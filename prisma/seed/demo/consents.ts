import type { ConsentPurpose, ConsentScope } from '../../../domain/case/consent.js';
import { dateOf } from '../../../domain/time/plain-date.js';
import { instant } from '../../../domain/time/instant.js';
import { type DemoUsername, demoAccounts } from '../demo-accounts.js';
import { agencyIdOf } from '../reference.js';

/** A consent of the demo world: for what, and whose agency may be told. */
export interface DemoConsent {
  readonly purpose: Exclude<ConsentPurpose, 'family-contact'>;
  readonly to: DemoUsername;
  readonly scope: readonly ConsentScope[];
  /** Counts so many days from the receipt; until it is withdrawn where absent. */
  readonly days?: number;
}

export const toShelter = (more: Pick<DemoConsent, 'days'> = {}): DemoConsent => ({
  purpose: 'shelter',
  to: 'shelter',
  scope: ['identity', 'needs', 'health'],
  ...more,
});
export const toLawyers: DemoConsent = {
  purpose: 'legal-aid',
  to: 'legal-aid',
  scope: ['identity', 'contact', 'events'],
};

/** Courses of stories: consents in force, one that is over, one that was withdrawn. */
export const agreesToShelter = { consents: [toShelter()] };
export const agrees = { consents: [toLawyers, toShelter({ days: 180 })] };
export const agreedOnce = { consents: [toShelter({ days: 14 }), toLawyers] };
export const withdraws = { consents: [toLawyers], extras: ['nudge', 'withdraw-consent'] } as const;

/** As a registration brings it; a child speaks through a guardian, and is heard. */
export function consentBody(
  { purpose, to, scope, days }: DemoConsent,
  receivedAt: number,
  mayBeChild: boolean,
) {
  const { agency } = demoAccounts[to];
  return {
    purpose,
    recipients: [{ agencyId: agencyIdOf(agency ?? '') }],
    scope,
    ...(days === undefined
      ? {}
      : { expiresOn: dateOf(instant(new Date(receivedAt + days * 86_400_000).toISOString())) }),
    ...(mayBeChild ? { givenBy: 'guardian', childView: 'agrees' } : { givenBy: 'person' }),
    proof: 'signed',
    evidence: 'Phiếu đồng ý mẫu, lưu trong hồ sơ giấy của dữ liệu trình diễn.',
  };
}
