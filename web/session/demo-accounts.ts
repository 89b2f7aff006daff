import { queryOptions } from '@tanstack/react-query';
import { requestOnce } from '../api/request.js';

export interface DemoAccounts {
  readonly passphrase: string;
  readonly accounts: readonly { readonly username: string; readonly title: string }[];
}

/** The accounts of the demo world; the API has none to tell where the demo world is off. */
export const demoAccountsQuery = () =>
  queryOptions({
    queryKey: ['demo-accounts'],
    queryFn: ({ signal }) => requestOnce<DemoAccounts>({ path: '/demo-accounts', signal }),
    retry: false,
    staleTime: Infinity,
  });

export const signInAsDemo = (username: string, password: string): Promise<unknown> =>
  requestOnce({ method: 'POST', path: '/session', body: { username, password } });
