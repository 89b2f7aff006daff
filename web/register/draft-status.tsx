import { onlineManager } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { clockWords } from '../time/display.js';
import { currentDraft, useSaving } from './draft.js';

/** Whether what was typed is safe on the server, in a quiet line. */
export function DraftStatus(): ReactNode {
  const { t } = useTranslation();
  const saving = useSaving();
  useEffect(
    () =>
      onlineManager.subscribe(() => {
        currentDraft().saver.hurry();
      }),
    [],
  );
  const words = {
    nothing: () => '',
    saving: () => t('draft.saving'),
    trying: () => t('draft.trying'),
    saved: () => (saving.state === 'saved' ? t('draft.saved', { at: clockWords(saving.savedAt) }) : ''),
    refused: () => (saving.state === 'refused' ? saving.why : ''),
  } as const satisfies Record<typeof saving.state, () => string>;
  return (
    <p className="quiet draft-status" role="status">
      {words[saving.state]()}
    </p>
  );
}
