import type { ReactNode } from 'react';
import type { Entered } from '../../web/forms/question.js';
import { linkPath } from '../contract/task-link.js';
import { renderPage } from './frame.js';
import { Hidden } from './hidden-fields.js';
import { NoticeCard } from './notice-card.js';
import { addressOf, sealOf, type Visit } from './visit.js';
import { useSay } from './words.js';

interface CodePage {
  readonly visit: Visit;
  /** Of the case: what to name when one calls for the code. */
  readonly caseCode: string;
  /** How many more wrong codes the link bears; undefined where none was given. */
  readonly triesLeft?: number;
  /** A form that was sent after the code was forgotten: it goes on where it was. */
  readonly kept?: Entered;
}

/** The door before a task that holds personal data: says nothing of what is behind it. */
export const codePage = (page: CodePage): string =>
  renderPage({
    title: page.caseCode,
    language: page.visit.language,
    ...(page.kept === undefined ? { switchTo: `${linkPath}/${page.visit.token}` } : {}),
    children: <Content {...page} />,
  });

function Content({ visit, caseCode, triesLeft, kept }: CodePage): ReactNode {
  const say = useSay();
  const isWrong = triesLeft !== undefined;
  return (
    <div className="stack narrow">
      <h1>{say('link.unlock.title')}</h1>
      <p className="code">{say('link.code', { code: caseCode })}</p>
      {kept !== undefined && <NoticeCard kind="done" text={say('link.unlock.kept')} />}
      <p>
        {say('link.unlock.what')} {say('link.unlock.lost')}
      </p>
      <form method="post" action={addressOf(visit)} className="card stack">
        <Hidden entered={{ ...kept, seal: sealOf(visit) }} />
        <div>
          <label className="label" htmlFor="code">
            {say('link.unlock.label')}
          </label>
          {isWrong && (
            <p id="code-error" className="input-error" role="alert">
              {say('link.unlock.wrong', { count: triesLeft })}
            </p>
          )}
          <input
            type="text"
            id="code"
            name="code"
            className="short"
            inputMode="numeric"
            autoComplete="one-time-code"
            aria-invalid={isWrong ? true : undefined}
            aria-describedby={isWrong ? 'code-error' : undefined}
          />
        </div>
        <div>
          <button name="step" value="unlock">
            {say('link.unlock.submit')}
          </button>
        </div>
      </form>
    </div>
  );
}
