import { IntendedAct } from '../api/intended-act.js';
import type { Entered } from '../forms/question.js';

type Values = Record<string, Entered[string]>;

/** What was typed into one form and not sent yet, and the act that it may already have become. */
export interface KeptEntry {
  entered: Values;
  readonly act: IntendedAct;
}

/**
 * A half-filled form outlives a look at another page of the app. It is in the memory of this window only: signing out
 * or closing the window forgets it.
 */
const kept = new Map<string, KeptEntry>();

/** What was kept under this name, or a fresh entry. */
export const entryOf = (name: string): KeptEntry => kept.get(name) ?? { entered: {}, act: new IntendedAct() };

export const isKept = (name: string): boolean => kept.has(name);
export const isAnythingKept = (): boolean => kept.size > 0;

/** Keeps what was typed; a form that says no more than it did when it was opened is forgotten. */
export function keep(name: string, entry: KeptEntry, initial: Values): void {
  if (entry.act.isOpen || Object.keys(differing(entry.entered, initial)).length > 0) kept.set(name, entry);
  else kept.delete(name);
}

/** After it was sent, or thrown away. */
export function forget(name: string): void {
  kept.delete(name);
}

/** What says something else than the form did when it was opened; what was emptied does too. */
export const differing = (entered: Values, initial: Values): Values =>
  Object.fromEntries(
    Object.entries(entered).filter(([input, value]) => said(value) !== said(initial[input])),
  );

/** A group of radio buttons without a choice is null, one of checkboxes is false. */
function said(value: unknown): string {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.join() : '';
}
