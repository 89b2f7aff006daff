import { Button } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Entered } from '../forms/question.js';
import { differing, entryOf, forget, isKept, keep } from './kept-entries.js';

type Values = Record<string, Entered[string]>;

/** What stands in the form of every act. */
export const ofAnAct: Values = { when: 'now' };

/**
 * A form whose content outlives the page: it is found again when the page is come back to. Only what was typed is kept,
 * not what stood there already: that may have changed meanwhile.
 */
export function useKeptForm(name: string, standing: Values = ofAnAct) {
  const [initial] = useState(standing);
  const [entry] = useState(() => entryOf(name));
  const [restored, setRestored] = useState(() => isKept(name));
  const form = useForm<Values>({ defaultValues: { ...initial, ...entry.entered } });
  const entered = form.watch();
  useEffect(() => {
    entry.entered = differing(entered, initial);
    keep(name, entry, initial);
  }, [name, entry, entered, initial]);
  return {
    form,
    act: entry.act,
    restored,
    forget: () => {
      entry.entered = {};
      forget(name);
    },
    clear: () => {
      form.reset(initial);
      setRestored(false);
    },
  };
}

/** Says that what was typed before is here again, and offers to begin anew. */
export function KeptNotice({ kept }: { readonly kept: ReturnType<typeof useKeptForm> }): ReactNode {
  const { t } = useTranslation();
  if (!kept.restored) return null;
  return (
    <p className="row">
      <span>{t('act.kept')}</span>
      <Button variant="default" size="compact-md" onClick={kept.clear}>
        {t('act.kept-clear')}
      </Button>
    </p>
  );
}
