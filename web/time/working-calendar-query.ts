import { useQuery } from '@tanstack/react-query';
import type { WorkingCalendar } from '../../domain/time/working-calendar.js';
import { requestOnce } from '../api/request.js';

/** The working calendar in force; undefined until it is known, and days are then counted as they come. */
export function useWorkingCalendar(): WorkingCalendar | undefined {
  const { data } = useQuery({
    queryKey: ['calendar'],
    queryFn: ({ signal }) => requestOnce<WorkingCalendar>({ path: '/calendar', signal }),
    staleTime: Infinity,
    retry: false,
  });
  return data;
}
