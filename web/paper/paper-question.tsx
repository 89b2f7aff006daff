import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldSpec } from '../../api/contract/task.js';
import { useLabel } from '../forms/use-label.js';

interface Props {
  readonly question: FieldSpec;
}

/** A question with room for its answer in handwriting. */
export function PaperQuestion({ question }: Props): ReactNode {
  return (
    <p className="paper-options">
      <b>{useLabel(question)}</b>
      <Room question={question} />
    </p>
  );
}

function Room({ question: { type, options = [] } }: Props): ReactNode {
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
