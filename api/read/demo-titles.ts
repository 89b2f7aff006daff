import type { Language } from '../../messages/message.js';
import type { DemoAccounts } from '../contract/session.js';

/** The accounts that can be tried, with their posts in both languages. */
export interface DemoWorld {
  readonly passphrase: string;
  readonly accounts: readonly {
    readonly username: string;
    readonly title: string;
    readonly titleEn: string;
  }[];
}

export const demoAccountsIn = ({ passphrase, accounts }: DemoWorld, language: Language): DemoAccounts => ({
  passphrase,
  accounts: accounts.map(({ username, title, titleEn }) => ({
    username,
    title: language === 'vi' ? title : titleEn,
  })),
});

/** The post of an account in the language that is read, as long as it is the demo world's own. */
export function postIn<Account extends { readonly username: string; readonly title: string }>(
  account: Account,
  demo: DemoWorld | undefined,
  language: Language,
): Account {
  const known = demo?.accounts.find(
    ({ username, title }) => username === account.username && title === account.title,
  );
  return known === undefined || language === 'vi' ? account : { ...account, title: known.titleEn };
}
