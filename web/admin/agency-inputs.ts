import type { OwnInputs } from '../forms/question-list.js';
import { AnyAgencyPicker } from './any-agency-picker.js';
import { AreasPicker } from './areas-picker.js';

/** Inputs that only the forms of an agency have. */
export const agencyInputs: OwnInputs = {
  areas: AreasPicker,
  superiorId: AnyAgencyPicker,
  successorId: AnyAgencyPicker,
};
