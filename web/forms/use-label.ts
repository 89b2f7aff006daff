import { useTranslation } from 'react-i18next';
import type { Question } from './question.js';

/** Optional questions say so; required ones are the rule. */
export function useLabel({ title, required }: Pick<Question, 'title' | 'required'>): string {
  const { t } = useTranslation();
  return required ? title : t('optional', { title });
}
