import { Anchor, Button } from '@mantine/core';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isAnythingKept } from '../acts/kept-entries.js';
import { useUnsavedGuard } from '../acts/unsaved-guard.js';
import { isDraftUnsaved } from '../register/draft.js';
import { useMe, useSignOut } from '../session/session.js';
import { ConnectionBar } from './connection-bar.js';
import { Icon } from './icon.js';
import { LanguageSwitch } from './language-switch.js';
import { Navigation } from './navigation.js';
import { PostTitle } from './post-title.js';

/** What surrounds every page: skip link, who I am, where I can go, hotline, language. */
export function Shell(): ReactNode {
  const { t } = useTranslation();
  const main = useRef<HTMLElement>(null);
  useFocusOnNewPage(main);
  useUnsavedGuard(isAnythingUnsent);
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <header className="top">
        <a className="brand" href="/">
          Lối Về
        </a>
        <Account />
      </header>
      <Navigation />
      <ConnectionBar />
      <main id="main" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="foot">
        <Icon name="phone" /> <Anchor href="tel:111">{t('hotline')}</Anchor>
      </footer>
    </div>
  );
}

const isAnythingUnsent = (): boolean => isAnythingKept() || isDraftUnsaved();

function Account(): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const signOut = useSignOut();
  return (
    <div className="account">
      <p className="account-who">
        <Icon name="person" />
        <PostTitle title={me.title} />
      </p>
      <LanguageSwitch />
      <Button variant="default" onClick={() => void signOut()}>
        {t('sign-out')}
      </Button>
    </div>
  );
}

/** A new page is announced by its heading: focus goes to the content, as it would after loading a document. */
function useFocusOnNewPage(main: React.RefObject<HTMLElement | null>): void {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const last = useRef(path);
  useEffect(() => {
    if (last.current === path) return;
    last.current = path;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [path, main]);
}
