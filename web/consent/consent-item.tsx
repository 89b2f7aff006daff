import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsentView } from '../../api/contract/consent.js';
import { SealedText } from '../history/sealed-text.js';
import { dayOfInstant } from '../time/display.js';
import {
  childViewKeys,
  consentGiverKeys,
  consentProofKeys,
  consentPurposeKeys,
  consentScopeKeys,
  consentStandingKeys,
} from '../words/consent-words.js';
import { recipientWords, untilWords } from './consent-told.js';

interface Props {
  readonly caseId: string;
  readonly consent: ConsentView;
  /** What may be done with it. */
  readonly children: ReactNode;
}

/** One consent: what for first, and whether it still counts. */
export function ConsentItem({ caseId, consent, children }: Props): ReactNode {
  const { t } = useTranslation();
  const { standing, purpose, recipients, scope, givenAt, proof, recordedBy, evidenceTextId } = consent;
  const titleId = `consent-${consent.id}`;
  return (
    <article className="consent stack-tight" aria-labelledby={titleId}>
      <h3 id={titleId}>{t(consentPurposeKeys[purpose])}</h3>
      <p>
        <span className={`flag consent-${standing}`}>{t(consentStandingKeys[standing])}</span>
      </p>
      {standing === 'lapsed' && <p>{t('consent.lapsed-why')}</p>}
      <dl className="facts">
        <dt>{t('consent.to')}</dt>
        <dd>{recipientWords(recipients, t)}</dd>
        <dt>{t('consent.scope-told')}</dt>
        <dd>{scope.map((each) => t(consentScopeKeys[each])).join('; ')}</dd>
        <dt>{t('consent.until')}</dt>
        <dd>{untilWords(consent, t)}</dd>
        <dt>{t('consent.given')}</dt>
        <dd>
          {giverWords(consent, t)}, {dayOfInstant(givenAt)}
          {recordedBy !== undefined && `\u00A0· ${t('consent.recorded-by', { agency: recordedBy.name })}`}
        </dd>
        <dt>{t('consent.proof-told')}</dt>
        <dd>
          {proof !== undefined && t(consentProofKeys[proof])}
          {evidenceTextId !== undefined && <SealedText caseId={caseId} textId={evidenceTextId} />}
        </dd>
      </dl>
      {children}
    </article>
  );
}

/** Who agreed; of a child also what they said themselves. */
function giverWords({ givenBy, childView }: ConsentView, t: TFunction): string {
  const giver = t(consentGiverKeys[givenBy]);
  if (childView === undefined) return giver;
  const view = t(childViewKeys[childView]);
  return `${giver} (${view.charAt(0).toLowerCase()}${view.slice(1)})`;
}
