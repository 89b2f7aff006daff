import { Button } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Entered } from '../forms/question.js';
import { entryOf, forget, isKept, keep } from './kept-entries.js';

const initial = { when: 'now' };

/** A form whose content outlives the page: it is found again when the page is come back to. */
export function useKeptForm(name: string) {
  const [entry] = useState(() => entryOf(name));
  const [restored, setRestored] = useState(() => isKept(name));
  const form = useForm<Record<string, Entered[string]>>({ defaultValues: { ...initial, ...entry.entered } });
  const entered = form.watch();
  useEffect(() => {
    entry.entered = entered;
    keep(name, entry, initial);
  }, [name, entry, entered]);
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
