import { Button, NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextView } from '../../api/contract/person.js';
import { request } from '../api/request.js';
import { Trouble } from '../shell/trouble.js';
import { purposeKeys, purposes, type Purpose } from '../words/coded-words.js';

interface Props {
  readonly caseId: string;
  readonly textId: string;
}

/** Closed → asked what it is opened for → open. Each reading is recorded with that purpose; closing it forgets it. */
export function SealedText({ caseId, textId }: Props): ReactNode {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const opening = useOpening({ caseId, textId });
  if (opening.data !== undefined)
    return (
      <div className="stack-tight">
        <blockquote className="typed" tabIndex={-1} ref={takeFocus}>
          {opening.data.text}
        </blockquote>
        <div>
          <Button
            variant="default"
            size="compact-md"
            onClick={() => {
              opening.reset();
              setAsked(false);
            }}
          >
            {t('person.hide')}
          </Button>
        </div>
      </div>
    );
  if (isAsked) return <Purposes opening={opening} />;
  return (
    <Button
      variant="default"
      size="compact-md"
      className="read-sealed"
      onClick={() => {
        setAsked(true);
      }}
    >
      {t('history.read-text')}
    </Button>
  );
}

/** What was pressed is gone: whoever reads with their ears goes on with the text. */
const takeFocus = (element: HTMLElement | null): void => {
  element?.focus();
};

const useOpening = ({ caseId, textId }: Props) =>
  useMutation({
    mutationFn: (purpose: Purpose) =>
      request<TextView>({ path: `/cases/${caseId}/texts/${textId}`, query: { purpose } }),
    gcTime: 0,
  });

function Purposes({ opening }: { readonly opening: ReturnType<typeof useOpening> }): ReactNode {
  const { t } = useTranslation();
  const [purpose, setPurpose] = useState<Purpose>('handle-task');
  const open = (): void => {
    opening.mutate(purpose);
  };
  return (
    <div className="stack-tight">
      <p className="quiet">{t('person.what')}</p>
      <div className="row row-end">
        <NativeSelect
          label={t('person.purpose')}
          value={purpose}
          // Whoever asked for the text has the next step under their hand.
          autoFocus
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            setPurpose(purposes.find((each) => each === chosen) ?? 'handle-task');
          }}
          data={purposes.map((value) => ({ value, label: t(purposeKeys[value]) }))}
        />
        <Button variant="default" loading={opening.isPending} onClick={open}>
          {t('history.show-text')}
        </Button>
      </div>
      {opening.error !== null && <Trouble error={opening.error} onRetry={open} />}
    </div>
  );
}
