import { ChangePassphrase, Me } from '../contract/session.js';
import { fieldProblem, Problem } from '../problem.js';
import { meOf } from '../read/account-reads.js';
import { postIn } from '../read/demo-titles.js';
import { checkPassphrase } from '../records/passphrase.js';
import { nothing, ok, route } from './route.js';

export const passphraseRoutes = [
  route({
    method: 'put',
    path: '/me/passphrase',
    summary: 'Choose a passphrase of my own; every other session of mine ends',
    permission: 'any-session',
    audit: 'with-the-save',
    params: nothing,
    query: nothing,
    body: ChangePassphrase,
    answer: Me,
    handler: async ({ parts, body, account, viewer, address, now, language, session }) => {
      const { username } = account;
      await parts.signInDesk.admit({ username, address });
      const credentials = await parts.read.accounts.credentials(username);
      const passwordHash = credentials?.passwordHash;
      if (!(await parts.signInDesk.check({ username, password: body.current, address, passwordHash })))
        throw fieldProblem({ pointer: '/current', code: 'passphrase-wrong' });
      checkPassphrase(body, username);
      const chosen = await parts.signInDesk.hash(body.next);
      await parts.records.accounts.choosePassphrase(viewer.userId, chosen, { viewer, now });
      await session.signIn(viewer.userId);
      const after = await parts.read.accounts.signedIn(viewer.userId);
      if (after === undefined) throw new Problem('no-session');
      return ok(postIn(meOf(after, language), parts.demo, language));
    },
  }),
];
