import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import type { ProcedureSummary } from '../../api/contract/directory.js';
import type { Channel, Phase } from '../../domain/procedure/procedure.js';
import { proceduresQuery } from '../api/queries.js';
import { channels, channelWords, phases, phaseWords } from '../words/coded-words.js';

/** The procedure that a case is pinned to, once the list of procedures has arrived. */
export function useProcedure(ref: string): ProcedureSummary | undefined {
  const { data } = useQuery(proceduresQuery());
  return data?.items.find((procedure) => procedure.ref === ref);
}

/** All procedures, in force or not. */
export function useProcedures(): readonly ProcedureSummary[] | undefined {
  const { data } = useQuery(proceduresQuery());
  return data?.items;
}

/** The phases and channels to choose from, as options: those that some procedure knows, and what is chosen already. */
export function useKnownOptions(chosen: Chosen, t: TFunction) {
  const { data } = useQuery(proceduresQuery());
  const known = (has: (procedure: ProcedureSummary) => boolean): boolean =>
    data === undefined || data.items.some(has);
  return {
    phases: phases
      .filter((phase) => phase === chosen.phase || known((procedure) => procedure.phases.includes(phase)))
      .map((phase) => [phase, phaseWords(phase, t)] as const),
    channels: channels
      .filter(
        (channel) =>
          channel === chosen.channel ||
          known((procedure) => procedure.channels.some(({ id }) => id === channel)),
      )
      .map((channel) => [channel, channelWords(channel, t)] as const),
  };
}

interface Chosen {
  readonly phase?: Phase | undefined;
  readonly channel?: Channel | undefined;
}
