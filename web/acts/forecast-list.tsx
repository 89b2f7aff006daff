import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Forecast } from '../../api/contract/forecast.js';
import { momentTold } from '../time/deadline-label.js';
import { limitWords } from '../time/explanation-words.js';

/** What will follow, to whom and by when, before it is done. Announced when it changes. */
export function ForecastList({ forecast }: { readonly forecast: Forecast | undefined }): ReactNode {
  const { t } = useTranslation();
  const nothing = forecast === undefined || forecast.opens.length + forecast.recalls.length === 0;
  return (
    <div role="status">
      {!nothing && (
        <div className="forecast">
          <p>
            <strong>{t('forecast.title')}</strong>
          </p>
          <ul className="plain-list">
            {forecast.opens.map(({ stepId, title, role, due }) => (
              <li key={stepId}>
                {t('forecast.opens', { task: title, role })}
                {due !== null && (
                  <>
                    {'\u00a0· '}
                    {limitWords(due, t)}, {momentTold(due, t)}
                  </>
                )}
              </li>
            ))}
            {forecast.recalls.map((title) => (
              <li key={title}>{t('forecast.recalls', { task: title })}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
