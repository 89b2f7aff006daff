import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsentView } from '../../api/contract/consent.js';
import { recipientWords, untilWords } from '../consent/consent-told.js';
import { RecordTable, type Column } from '../shell/record-table.js';
import { consentPurposeKeys, consentScopeKeys, consentStandingKeys } from '../words/consent-words.js';

/** Whoever holds the paper must know whom the person allowed to be told, and of what. */
export function PrintedConsents({ consents }: { readonly consents: readonly ConsentView[] }): ReactNode {
  const { t } = useTranslation();
  if (consents.length === 0) return null;
  return (
    <RecordTable
      caption={t('consent.title')}
      columns={columns(t)}
      rows={consents}
      keyOf={({ id }: ConsentView) => id}
    />
  );
}

const columns = (t: TFunction): readonly Column<ConsentView>[] => [
  { head: t('consent.purpose'), names: true, cell: ({ purpose }) => t(consentPurposeKeys[purpose]) },
  { head: t('consent.to'), cell: ({ recipients }) => recipientWords(recipients, t) },
  {
    head: t('consent.scope-told'),
    cell: ({ scope }) => scope.map((each) => t(consentScopeKeys[each])).join('; '),
  },
  {
    head: t('consent.until'),
    cell: (consent) => (
      <>
        {t(consentStandingKeys[consent.standing])}
        <br />
        {untilWords(consent, t)}
      </>
    ),
  },
];
