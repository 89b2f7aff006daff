import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../api/contract/task.js';
import type { IssuedLink } from '../../api/contract/task-link.js';
import { TaskPaper } from '../paper/task-paper.js';
import '../paper/paper.css';
import { momentWords } from '../time/display.js';

interface Props {
  readonly link: IssuedLink;
  readonly task: TaskView;
  /** The coordinating agency. */
  readonly from: string;
}

/** A link that was just issued: shown once, copied, or printed with the form of the task; its code told apart. */
export function IssuedLinkCard({ link, task, from }: Props): ReactNode {
  const { t } = useTranslation();
  const address = `${window.location.origin}${link.url}`;
  return (
    <div className="stack" role="status">
      <p>{t('links.once')}</p>
      <dl className="facts">
        <dt>{t('links.address')}</dt>
        <dd className="link-address">{address}</dd>
        {link.code !== undefined && (
          <>
            <dt>{t('links.code')}</dt>
            <dd>
              <strong className="code">{link.code.replace(/(.{4})/, '$1 ')}</strong>
              <br />
              {t('links.code-apart')}
            </dd>
          </>
        )}
        <dt>{t('links.expires')}</dt>
        <dd>{momentWords(link.expiresAt)}</dd>
      </dl>
      <div className="row">
        <Copy text={address} words={t('links.copy')} />
        {link.code !== undefined && <Copy text={link.code} words={t('links.copy-code')} />}
        <Button
          variant="default"
          onClick={() => {
            window.print();
          }}
        >
          {t('links.print')}
        </Button>
      </div>
      {createPortal(
        <TaskPaper task={task} from={from} link={{ address, expiresAt: link.expiresAt }} />,
        document.body,
      )}
    </div>
  );
}

function Copy({ text, words }: { readonly text: string; readonly words: string }): ReactNode {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  return (
    <Button
      variant="default"
      onClick={() => {
        void navigator.clipboard.writeText(text).then(() => {
          setCopied(true);
        });
      }}
    >
      {copied ? t('links.copied') : words}
    </Button>
  );
}
