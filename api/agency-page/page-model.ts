import type { Moment } from '../../domain/case/draft.js';
import type { LinkSight } from '../read/link-reads.js';
import type { ActForm } from './act-form.js';
import type { OpenedPerson } from './person-part.js';
import type { Visit } from './visit.js';

/** What a page begins with: what was done, or why it was not. */
export interface Notice {
  readonly kind: 'done' | 'alert';
  readonly title?: string | undefined;
  readonly text: string;
}

export interface TaskPage {
  readonly visit: Visit;
  readonly seen: LinkSight;
  readonly moment: Moment;
  readonly forms: readonly ActForm[];
  /** The form that was sent and came back. */
  readonly at?: ActForm | undefined;
  readonly person?: OpenedPerson | undefined;
  readonly notice?: Notice | undefined;
  /** Id of the command that will be given: the same however often it is sent. */
  readonly keyOf: (form: ActForm) => string;
}
