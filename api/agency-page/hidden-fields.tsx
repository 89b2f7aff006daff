import type { ReactNode } from 'react';
import type { Entered } from '../../web/forms/question.js';
import type { ActForm } from './act-form.js';
import type { LinkSight } from '../read/link-reads.js';
import { sealOf, type Visit } from './visit.js';

interface Props {
  readonly page: {
    readonly visit: Visit;
    readonly seen: LinkSight;
    readonly keyOf: (form: ActForm) => string;
  };
  readonly form: ActForm;
}

/** Which command a form gives, on which version, and that this page wrote it for this browser. */
export const HiddenFields = ({ page: { visit, seen, keyOf }, form }: Props): ReactNode => (
  <Hidden
    entered={{
      act: form.act,
      ...(form.outcome === '' ? {} : { outcome: form.outcome }),
      key: keyOf(form),
      version: String(seen.sight.state.version),
      seal: sealOf(visit),
    }}
  />
);

/** Whatever was entered, carried on unseen. */
export const Hidden = ({ entered }: { readonly entered: Entered }): ReactNode =>
  Object.entries(entered).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : (value ?? [])).map((each, index) => (
      <input key={`${name} ${String(index)}`} type="hidden" name={name} value={each} />
    )),
  );
