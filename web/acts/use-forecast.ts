import { useQuery } from '@tanstack/react-query';
import type { Forecast } from '../../api/contract/forecast.js';
import { requestOnce } from '../api/request.js';
import { currentLanguage } from '../words/language.js';

interface Asking {
  /** `/cases/forecast`, or `/cases/{id}/forecast`. */
  readonly path: string;
  /** What would be sent; undefined while the answers are not complete. */
  readonly body: object | undefined;
}

/**
 * What an act would bring about by the procedure. Undefined until it is known, and where the rules would refuse the
 * act: why, they say when it is sent. Never holds what was typed: texts are masked before they are asked about.
 */
export function useForecast({ path, body }: Asking): Forecast | undefined {
  const { data } = useQuery({
    queryKey: ['forecast', path, body, currentLanguage()],
    queryFn: ({ signal }) => requestOnce<Forecast>({ method: 'POST', path, body, signal }),
    enabled: body !== undefined,
    retry: false,
    staleTime: 30_000,
    gcTime: 0,
  });
  return data;
}
