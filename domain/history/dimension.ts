/** What people are counted by. The names are part of the HTTP contract. */
export const dimensions = [
  'quarter',
  'year',
  'channel',
  'firstResponderType',
  'firstResponder',
  'exploitation',
  'ageGroup',
  'sex',
  'nationality',
  'ethnicity',
  'destination',
  'returnRoute',
  'province',
  'phase',
  'outcome',
  'procedure',
] as const;
export type Dimension = (typeof dimensions)[number];

/** Quarter and year follow from the period in which the report was received; no column may give them. */
export type RecordedDimension = Exclude<Dimension, 'quarter' | 'year'>;

const isRecorded = (dimension: Dimension): dimension is RecordedDimension =>
  dimension !== 'quarter' && dimension !== 'year';

export const recordedDimensions: readonly RecordedDimension[] = dimensions.filter(isRecorded);
