import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldSpec } from '../../api/contract/task.js';

interface Props {
  readonly question: FieldSpec;
  /** Outcomes that ask this, where not all do. */
  readonly onlyFor: readonly string[];
}

/** A question with room for its answer in handwriting. */
export function PaperQuestion({ question, onlyFor }: Props): ReactNode {
  const { t } = useTranslation();
  return (
    <p className="paper-options">
      <b>
        {question.required ? question.title : t('optional', { title: question.title })}
        {onlyFor.length > 0 && ` [${onlyFor.join('; ')}]`}
      </b>
      <Room question={question} />
    </p>
  );
}

function Room({ question: { type, options = [] } }: Pick<Props, 'question'>): ReactNode {
  const { t } = useTranslation();
  switch (type) {
    case 'boolean':
      return (
        <span>
          ☐ {t('yes')} ☐ {t('no')}
        </span>
      );
    case 'choice':
    case 'choices':
      return options.map(({ id, title }) => <span key={id}>☐ {title}</span>);
    case 'date':
      return <span>……/……/…………</span>;
    case 'instant':
      return <span>……:…… ……/……/…………</span>;
    case 'text':
    case 'number':
    case 'place':
    case 'agency':
      return <span className="paper-line" />;
  }
}
