import { queryOptions } from '@tanstack/react-query';
import type { DemoAccounts } from '../../api/contract/session.js';
import { requestOnce } from '../api/request.js';
import { currentLanguage } from '../words/language.js';

/** The accounts of the demo world; the API has none to tell where the demo world is off. */
export const demoAccountsQuery = () =>
  queryOptions({
    queryKey: ['demo-accounts', currentLanguage()],
    queryFn: ({ signal }) => requestOnce<DemoAccounts>({ path: '/demo-accounts', signal }),
    retry: false,
    staleTime: Infinity,
    placeholderData: (before) => before, // the list stays while it is asked for in the other language
  });

export const signInAsDemo = (username: string, password: string): Promise<unknown> =>
  requestOnce({ method: 'POST', path: '/session', body: { username, password } });
