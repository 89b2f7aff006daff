import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface FormProblem {
  /** The id of the input. */
  readonly inputId: string;
  readonly title: string;
  readonly message: string;
}

/** All that is wrong, on top of the form, each leading to its input. Takes the focus when it appears. */
export function FormProblems({ problems }: { readonly problems: readonly FormProblem[] }): ReactNode {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const said = problems.map(({ inputId, message }) => inputId + message).join();
  useEffect(() => {
    if (said !== '') box.current?.focus();
  }, [said]);
  if (problems.length === 0) return null;
  return (
    <div ref={box} className="problems" tabIndex={-1} role="alert" aria-labelledby="problems">
      <h2 id="problems">{t('form.problems', { count: problems.length })}</h2>
      <ul>
        {problems.map(({ inputId, title, message }) => (
          <li key={inputId}>
            <a
              href={`#${inputId}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(inputId)?.focus();
              }}
            >
              {title}: {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
