import { useTranslation } from 'react-i18next';
import type { Question } from './question.js';

/** Optional questions say so; required ones are the rule. What is so or not so is answered by whoever knows. */
export function useLabel({ title, required, type }: Pick<Question, 'title' | 'required' | 'type'>): string {
  const { t } = useTranslation();
  return required
    ? title
    : t(type === 'boolean' || type === 'choice' ? 'optional-known' : 'optional', { title });
}
