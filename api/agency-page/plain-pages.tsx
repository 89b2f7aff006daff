import type { ReactNode } from 'react';
import type { Language, MessageKey } from '../../messages/message.js';
import { linkPath } from '../contract/task-link.js';
import type { LinkSight } from '../read/link-reads.js';
import { renderPage } from './frame.js';
import { Hidden } from './hidden-fields.js';
import { NoticeCard } from './notice-card.js';
import { addressOf, sealOf, type Visit } from './visit.js';
import { useSay } from './words.js';

export type GoneReason = 'expired' | 'withdrawn' | 'locked' | 'moved';

interface GonePage {
  readonly visit: Visit;
  readonly reason: GoneReason;
  readonly caseCode: string;
  /** Nothing is to be done any more. */
  readonly isAnswered: boolean;
  readonly coordinator: LinkSight['coordinator'];
}

/** A link that opens nothing any more, and how to get another. */
export const gonePage = (page: GonePage): string =>
  renderPage({
    title: page.caseCode,
    language: page.visit.language,
    switchTo: `${linkPath}/${page.visit.token}`,
    children: <Gone {...page} />,
  });

function Gone({ visit, reason, caseCode, isAnswered, coordinator }: GonePage): ReactNode {
  const say = useSay();
  const isAsked = visit.link.askedAgainAt !== null;
  return (
    <div className="stack narrow">
      <h1>{say(`link.gone.${reason}`)}</h1>
      <p className="code">{say('link.code', { code: caseCode })}</p>
      <p>{say(isAnswered ? 'link.gone.answered' : 'link.gone.what')}</p>
      {isAsked && <NoticeCard kind="done" text={say('link.gone.asked')} />}
      {!isAnswered && !isAsked && reason !== 'moved' && (
        <form method="post" action={addressOf(visit)}>
          <Hidden entered={{ seal: sealOf(visit) }} />
          <button name="step" value="again">
            {say('link.gone.ask')}
          </button>
        </form>
      )}
      {coordinator !== null && (
        <p>
          {say('link.asked-by')}: {coordinator.name}
          {coordinator.phone !== null && `, ${say('link.phone', { phone: coordinator.phone })}`}
        </p>
      )}
    </div>
  );
}

interface PlainPage {
  readonly language: Language;
  /** The address at which it stands; absent where it answered a form. */
  readonly address?: string | undefined;
  readonly title: MessageKey;
  readonly what: MessageKey;
}

/** A page without any task: not found, the system away, too much at once. */
export const plainPage = ({ language, address, title, what }: PlainPage): string =>
  renderPage({
    title: 'Lối Về',
    language,
    // Never the address itself: whoever guesses one learns nothing from the answer.
    switchTo: address === undefined ? undefined : '',
    children: <Plain title={title} what={what} />,
  });

function Plain({ title, what }: Pick<PlainPage, 'title' | 'what'>): ReactNode {
  const say = useSay();
  return (
    <div className="stack narrow">
      <h1>{say(title)}</h1>
      <p>{say(what)}</p>
    </div>
  );
}
