import { useSyncExternalStore } from 'react';
import type { DraftSummary, DraftView } from '../../api/contract/draft.js';
import { IntendedAct } from '../api/intended-act.js';
import { newKey } from '../api/new-key.js';
import { Refused } from '../api/problem.js';
import { request } from '../api/request.js';
import type { Entered } from '../forms/question.js';
import { consentAtFirst } from './consent-first.js';
import { DraftSaver, type Saving } from './draft-saver.js';

type Values = Record<string, Entered[string]>;

/**
 * What was typed of a registration that is not sent yet. It is saved, sealed, on the server while it is typed and can
 * be taken up on any device; on this one it is in the memory of the window only.
 */
export interface Draft {
  readonly id: string;
  entered: Values;
  saving: Saving;
  readonly act: IntendedAct;
  readonly saver: DraftSaver<Values>;
}

/** What a page chooses by itself. */
const preset: readonly string[] = ['channel', 'procedure'];

const atFirst: Values = { when: 'now', urgent: 'false', rehearsal: 'false', ...consentAtFirst };

let draft = fresh();
const listeners = new Set<() => void>();

function fresh(id: string = newKey(), entered: Values = atFirst): Draft {
  const begun: Draft = {
    id,
    entered,
    saving: { state: 'nothing' },
    act: new IntendedAct(),
    saver: new DraftSaver<Values>({
      save: (content) =>
        request<DraftSummary>({
          method: 'PUT',
          path: `/drafts/${id}`,
          body: { kind: 'registration', content },
        }),
      refusal: (error) => (error instanceof Refused ? error.problem.detail : undefined),
      onChange: (saving) => {
        begun.saving = saving;
        for (const listener of listeners) listener();
      },
    }),
  };
  return begun;
}

export const currentDraft = (): Draft => draft;

/** Something was typed. */
export function typeInto(entered: Values): void {
  const before = JSON.stringify(draft.entered);
  draft.entered = entered;
  if (JSON.stringify(entered) !== before && isBegun(draft)) draft.saver.change(entered);
}

/** After it was registered, or thrown away on this screen. */
export function forgetDraft(): void {
  draft.saver.stop();
  draft = fresh();
}

/** Goes on with a draft that was saved earlier, here or on another device. */
export function takeUp({ id, content }: DraftView): void {
  draft.saver.stop();
  draft = fresh(id, { ...atFirst, ...entriesOf(content) });
}

/** What another version of these screens may have saved is taken as far as it can be typed into a form. */
function entriesOf(content: DraftView['content']): Values {
  const entries: Values = {};
  for (const [name, value] of Object.entries(content)) {
    if (typeof value === 'string') entries[name] = value;
    else if (Array.isArray(value)) entries[name] = value.filter((each) => typeof each === 'string');
  }
  return entries;
}

export const isBegun = ({ entered }: Pick<Draft, 'entered'>): boolean =>
  Object.entries(entered).some(
    ([name, value]) => !(name in atFirst) && !preset.includes(name) && (value ?? '').length > 0, // radio buttons without a choice are null
  );

/** Is something typed that is neither sent nor saved? */
export const isDraftUnsaved = (): boolean => isBegun(draft) && draft.saving.state !== 'saved';

/** How the saving stands. */
export const useSaving = (): Saving =>
  useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => void listeners.delete(changed);
    },
    () => draft.saving,
  );
