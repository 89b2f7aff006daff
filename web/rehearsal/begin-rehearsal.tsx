import { NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useProcedures } from '../procedure/use-procedure.js';

/** Which law is to be trained, then the registration of a case under it. */
export function BeginRehearsal(): ReactNode {
  const { t } = useTranslation();
  const procedures = useProcedures() ?? [];
  const [chosen, setChosen] = useState<string>();
  const current = procedures.find((each) => each.current);
  const rehearse = chosen ?? current?.ref ?? '';
  return (
    <section className="card stack" aria-labelledby="begin">
      <h2 id="begin">{t('rehearsal.begin')}</h2>
      <div className="row row-end">
        <NativeSelect
          label={t('register.procedure')}
          value={rehearse}
          onChange={(event) => {
            setChosen(event.currentTarget.value);
          }}
          data={procedures.map(({ ref, title, current: isCurrent }) => ({
            value: ref,
            label: isCurrent ? `${title} (${t('procedures.current').toLowerCase()})` : title,
          }))}
        />
        <Link to="/cases/register" search={{ rehearse }} className="main-act">
          {t('register.title')}
        </Link>
      </div>
    </section>
  );
}
