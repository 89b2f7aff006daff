import type { UseFormReturn } from 'react-hook-form';
import type { Entered } from './question.js';

/** The form that all inputs of one screen write into. */
export type EntryForm = UseFormReturn<Record<string, Entered[string]>>;
