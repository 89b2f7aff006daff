import { demoAccountsIn, postIn } from '../../api/read/demo-titles.js';
import { demoAccounts } from '../../prisma/seed/demo-accounts.js';

const demo = {
  passphrase: 'x',
  accounts: Object.entries(demoAccounts).map(([username, { title, titleEn }]) => ({
    username,
    title,
    titleEn,
  })),
};
const vietnamese = /[\u00c0-\u01b0\u1ea0-\u1ef9]/;

describe('the posts of the demo accounts', () => {
  test('are told in the language that is read', () => {
    const told = (language: 'vi' | 'en') =>
      demoAccountsIn(demo, language).accounts.filter(({ title }) => vietnamese.test(title)).length;
    expect([told('vi'), told('en')]).toEqual([demo.accounts.length, 0]);
    const { title } = demoAccounts.commune;
    expect(postIn({ username: 'commune', title }, demo, 'vi').title).toBe(title);
    expect(postIn({ username: 'commune', title }, demo, 'en').title).toBe(demoAccounts.commune.titleEn);
  });

  test('are what an administrator changed them to, and of other accounts what the record has', () => {
    const changed = { username: 'commune', title: 'Chuyên viên' };
    expect(postIn(changed, demo, 'en')).toEqual(changed);
    expect(postIn({ username: 'kiemtra.hanoi', title: demoAccounts.commune.title }, demo, 'en').title).toBe(
      demoAccounts.commune.title,
    );
    expect(postIn(changed, undefined, 'en')).toEqual(changed);
  });
});
