import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { z } from 'zod';
import type { CommandDone as CommandDoneShape } from '../../api/contract/command.js';
import type { CommandInput } from './command-input.js';
import type { IntendedAct } from './intended-act.js';
import { caseQuery } from './queries.js';

export type { CommandInput };

export type CommandDone = z.output<typeof CommandDoneShape>;

export interface Asked {
  readonly command: CommandInput;
  /** The version of the case that the person saw. */
  readonly version: number;
}

export type Asking = UseMutationResult<CommandDone, Error, Asked>;

/** Asks one thing of a case, however often it takes; afterwards every list on the screen is fresh. */
export function useCommand(caseId: string, act: IntendedAct): Asking {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ command, version }: Asked) =>
      act.send<CommandDone>({
        method: 'POST',
        path: `/cases/${caseId}/commands`,
        body: command,
        version,
      }),
    onSuccess: async (done) => {
      client.setQueryData(caseQuery(caseId).queryKey, done.case);
      await client.invalidateQueries({
        predicate: ({ queryKey }) =>
          queryKey[0] !== 'case' && queryKey[0] !== 'me' && queryKey[0] !== 'calendar',
      });
    },
    networkMode: 'always', // whether the network is there is found out by asking
  });
}
