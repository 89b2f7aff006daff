import { Alert, Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { momentWords } from '../time/display.js';
import { timelineQuery } from './queries.js';

interface Props {
  readonly caseId: string;
  /** The version that the person saw. */
  readonly since: number;
  readonly onSendAnyway: () => void;
}

/** Somebody else was quicker: what they did, and the choice to send all the same. Nothing typed is lost. */
export function WhatChanged({ caseId, since, onSendAnyway }: Props): ReactNode {
  const { t } = useTranslation();
  const { data } = useInfiniteQuery({ ...timelineQuery(caseId), staleTime: 0 });
  const events = data?.pages.flatMap((page) => page.items).filter((event) => event.version > since) ?? [];
  return (
    <Alert color="yellow" title={t('changed.title')} role="alert">
      <p>{t('changed.what')}</p>
      <ul className="changes">
        {events.map((event) => (
          <li key={event.version}>
            {event.title}&nbsp;· {event.actor.agency ?? event.actor.name}&nbsp;·{' '}
            {momentWords(event.recordedAt)}
          </li>
        ))}
      </ul>
      <Button onClick={onSendAnyway}>{t('changed.send')}</Button>
    </Alert>
  );
}
