import { useQuery } from '@tanstack/react-query';
import type { ProcedureSummary } from '../../api/contract/directory.js';
import { proceduresQuery } from '../api/queries.js';

/** The procedure that a case is pinned to, once the list of procedures has arrived. */
export function useProcedure(ref: string): ProcedureSummary | undefined {
  const { data } = useQuery(proceduresQuery());
  return data?.items.find((procedure) => procedure.ref === ref);
}

/** The procedure in force today. */
export function useCurrentProcedure(): ProcedureSummary | undefined {
  const { data } = useQuery(proceduresQuery());
  return data?.items.find(({ current }) => current);
}
