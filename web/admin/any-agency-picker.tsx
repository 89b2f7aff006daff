import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdminAgency } from '../../api/contract/admin-agency.js';
import type { Page } from '../../api/contract/page.js';
import { request } from '../api/request.js';
import { SearchPicker, type Found, type PickerProps } from '../forms/search-picker.js';
import { currentLanguage } from '../words/language.js';
import { periodWords } from './agency-questions.js';

/** Every agency that administrators keep: protected ones, and those that have ended or are yet to begin. */
export function AnyAgencyPicker(props: PickerProps): ReactNode {
  const { t } = useTranslation();
  const language = currentLanguage();
  return (
    <SearchPicker
      {...props}
      from="first-letter"
      search={(q) => ({
        queryKey: ['agencies', 'all', q, language],
        queryFn: async ({ signal }): Promise<readonly Found[]> => {
          const query = { q, limit: 8 };
          const { items } = await request<Page<AdminAgency>>({ path: '/admin/agencies', query, signal });
          return items.map((agency) => ({
            id: agency.id,
            title: language === 'vi' ? agency.nameVi : agency.nameEn,
            about: [agency.code, periodWords(agency, t)].filter((words) => words !== '').join('\u00a0· '),
          }));
        },
        staleTime: 60_000,
      })}
    />
  );
}
