import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import type { ProcedureSummary } from '../../api/contract/directory.js';
import type { Phase } from '../../domain/procedure/procedure.js';
import { proceduresQuery } from '../api/queries.js';
import { phases, phaseWords } from '../words/coded-words.js';

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

/** The phases to choose from, as options: those that some procedure knows, and what stands in the address already. */
export function usePhaseOptions(chosen: Phase | undefined, t: TFunction) {
  const { data } = useQuery(proceduresQuery());
  return phases
    .filter(
      (phase) =>
        phase === chosen || data === undefined || data.items.some((known) => known.phases.includes(phase)),
    )
    .map((phase) => [phase, phaseWords(phase, t)] as const);
}
