import { DemoAccounts, Me, SignIn } from '../contract/session.js';
import { Problem } from '../problem.js';
import { meOf } from '../read/account-reads.js';
import { demoAccountsIn, postIn } from '../read/demo-titles.js';
import { noAnswer, noBody, nothing, ok, route } from './route.js';

export const sessionRoutes = [
  route({
    method: 'post',
    path: '/session',
    summary: 'Sign in',
    permission: 'anyone',
    audit: 'sign-in',
    params: nothing,
    query: nothing,
    body: SignIn,
    answer: Me,
    handler: async ({ parts, body, address, language, now, session }) => {
      const { username, password } = body;
      await parts.signInDesk.admit({ username, address });
      const credentials = await parts.read.accounts.credentials(username);
      const isRight = await parts.signInDesk.check({
        username,
        password,
        address,
        passwordHash: credentials?.passwordHash,
      });
      const account =
        credentials === undefined ? undefined : await parts.read.accounts.signedIn(credentials.userId);
      if (!isRight || account === undefined) {
        await parts.records.sessions.note({
          action: 'sign-in-failed',
          userId: credentials?.userId ?? null,
          agencyId: null,
          now,
        });
        throw new Problem('sign-in-failed');
      }
      await session.signIn(account.viewer.userId);
      await parts.records.sessions.note({
        action: 'sign-in',
        userId: account.viewer.userId,
        agencyId: account.viewer.agencyId,
        now,
      });
      return ok(postIn(meOf(account, language), parts.demo, language));
    },
  }),
  route({
    method: 'delete',
    path: '/session',
    summary: 'Sign out',
    permission: 'any-session',
    audit: 'sign-out',
    params: nothing,
    query: nothing,
    body: noBody,
    answer: noAnswer,
    handler: async ({ parts, viewer, now, session }) => {
      await session.signOut();
      await parts.records.sessions.note({
        action: 'sign-out',
        userId: viewer.userId,
        agencyId: viewer.agencyId,
        now,
      });
      return { status: 204, body: undefined };
    },
  }),
  route({
    method: 'get',
    path: '/me',
    summary: 'Who am I, and what may I do',
    permission: 'signed-in',
    audit: 'none',
    params: nothing,
    query: nothing,
    body: noBody,
    answer: Me,
    handler: ({ parts, account, language }) =>
      Promise.resolve(ok(postIn(meOf(account, language), parts.demo, language))),
  }),
  route({
    method: 'get',
    path: '/demo-accounts',
    summary: 'The accounts of the demo world, where it is on',
    permission: 'anyone',
    audit: 'none',
    params: nothing,
    query: nothing,
    body: noBody,
    answer: DemoAccounts,
    handler: ({ parts, language }) => {
      if (parts.demo === undefined) throw new Problem('not-found');
      return Promise.resolve(ok(demoAccountsIn(parts.demo, language)));
    },
  }),
];
