import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useInputId } from './own-ids.js';

export interface FormProblem {
  /** The name of the input, by which the form around knows its id. */
  readonly inputId: string;
  readonly title: string;
  readonly message: string;
}

interface Props {
  readonly problems: readonly FormProblem[];
  /** Changes each time the form was sent and came back: then the list takes the focus, and never while one types. */
  readonly attempt: string;
}

/** "Ai: chưa có nội dung", not "Ai?: …". */
const withoutMark = (title: string): string => title.replace(/\?$/, '');

/** All that is wrong, on top of the form, each leading to its input. */
export function FormProblems({ problems, attempt }: Props): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const idOf = useInputId();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, [attempt]);
  if (problems.length === 0) return null;
  return (
    <div ref={box} className="problems" tabIndex={-1} role="alert" aria-labelledby={id}>
      <h2 id={id}>{t('form.problems', { count: problems.length })}</h2>
      <ul>
        {problems.map(({ inputId, title, message }) => (
          <li key={`${inputId} ${message}`}>
            <a
              href={`#${idOf(inputId)}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(idOf(inputId))?.focus();
              }}
            >
              {withoutMark(title)}: {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
