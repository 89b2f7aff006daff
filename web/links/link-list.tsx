import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkState, TaskLinkView } from '../../api/contract/task-link.js';
import { momentWords } from '../time/display.js';
import { LinkAsked } from './link-asked.js';

const stateKeys = {
  active: 'links.active',
  expired: 'links.expired',
  locked: 'links.locked',
  withdrawn: 'links.withdrawn',
} as const satisfies Record<LinkState, string>;

interface Props {
  readonly links: readonly TaskLinkView[];
  readonly onWithdraw: (id: string) => void;
}

/** Links that were issued for a task: by whom, until when, what became of each. */
export function LinkList({ links, onWithdraw }: Props): ReactNode {
  const { t } = useTranslation();
  return (
    <ul className="plain-list stack" aria-label={t('links.list')}>
      {links.map((link) => (
        <li key={link.id}>
          <p>
            <strong>{t(stateKeys[link.state])}</strong>&nbsp;· {link.agency}
            <LinkAsked at={link.askedAgainAt} />
          </p>
          <p className="quiet">
            {t('links.issued', { at: momentWords(link.issuedAt), by: link.issuedBy })} ·{' '}
            {t('links.until', { at: momentWords(link.expiresAt) })}
          </p>
          <Uses link={link} />
          {link.state === 'active' && (
            <Button
              variant="default"
              onClick={() => {
                onWithdraw(link.id);
              }}
            >
              {t('links.withdraw')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function Uses({ link }: { readonly link: TaskLinkView }): ReactNode {
  const { t } = useTranslation();
  const uses = [
    ['links.opened', link.openedAt],
    ['links.answered', link.answeredAt],
  ] as const;
  const known = uses.filter(([, at]) => at !== undefined);
  if (known.length === 0 && link.failedCodes === 0 && link.askedAgainAt === undefined)
    return <p>{t('links.unused')}</p>;
  return (
    <p>
      {[
        ...known.map(([key, at]) => t(key, { at: momentWords(at ?? '') })),
        ...(link.failedCodes > 0 ? [t('links.failed', { tries: link.failedCodes })] : []),
      ].join('\u00a0· ')}
    </p>
  );
}
