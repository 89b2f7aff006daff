import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../messages/message.js';
import { style } from './style.js';
import { InLanguage, useLanguage, useSay } from './words.js';

interface PageSettings {
  readonly title: string;
  readonly language: Language;
  /** The same page in the other language; absent where that is a button of the form. */
  readonly switchTo?: string | undefined;
  readonly switchForm?: string | undefined;
  readonly children: ReactNode;
  /** What is printed instead of what is shown. */
  readonly paper?: ReactNode;
}

/** A whole document, in which nothing runs. */
export function renderPage({ title, language, paper, ...frame }: PageSettings): string {
  const body = renderToStaticMarkup(
    <InLanguage language={language}>
      <Frame {...frame} />
      {paper}
    </InLanguage>,
  );
  const head = renderToStaticMarkup(
    <>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex, nofollow" />
      <title>{title}</title>
    </>,
  );
  // The sheet is ours and holds no markup: escaping would change the bytes that the policy's hash names.
  return `<!doctype html><html lang="${language}"><head>${head}<style>${style}</style></head><body>${body}</body></html>`;
}

function Frame({
  switchTo,
  switchForm,
  children,
}: Pick<PageSettings, 'switchTo' | 'switchForm' | 'children'>): ReactNode {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <>
      <header>
        <strong>Lối Về&nbsp;· {say('link.page')}</strong>
        <OtherLanguage switchTo={switchTo} switchForm={switchForm} />
      </header>
      <main>{children}</main>
      <footer>
        <a href="tel:111">{t('hotline')}</a>
      </footer>
    </>
  );
}

function OtherLanguage({ switchTo, switchForm }: Pick<PageSettings, 'switchTo' | 'switchForm'>): ReactNode {
  const say = useSay();
  const other = useLanguage() === 'vi' ? 'en' : 'vi';
  const words = say('link.other-language');
  if (switchForm !== undefined)
    return (
      <>
        {/* Enter presses the first button of a form: that must not be the language. */}
        <button
          form={switchForm}
          name="step"
          value="check"
          className="hidden-words"
          tabIndex={-1}
          aria-hidden="true"
        >
          {say('link.check')}
        </button>
        <button form={switchForm} name="lang" value={other} lang={other} className="plain">
          {words}
        </button>
      </>
    );
  return (
    switchTo !== undefined && (
      <a href={`${switchTo}?lang=${other}`} lang={other} hrefLang={other} className="other">
        {words}
      </a>
    )
  );
}
