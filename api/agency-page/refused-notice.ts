import { message, type Language } from '../../messages/message.js';
import { detailWords, type Problem } from '../problem.js';
import { isLinkAct } from './act-form.js';
import type { Notice } from './page-model.js';

/** Why an answer was not taken, and what this page may do instead; what only others may do is none of its business. */
export const refusedNotice = ({ code, more }: Problem, language: Language): Notice => ({
  kind: 'alert',
  title: message(language, 'link.not-sent'),
  text: `${message(language, `problem.${code}.title`)}. ${detailWords(code, { ...more, allowed: (more.allowed ?? []).filter(isLinkAct) }, language)}`,
});
