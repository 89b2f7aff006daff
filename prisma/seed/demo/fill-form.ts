import type { FactValue, FormField } from '../../../domain/procedure/procedure.js';

/** What the answers to a form are taken from. */
export interface Answering {
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly residence: string;
  /** When it is answered. */
  readonly at: Date;
  /** An agency with this role that answers for the place of the case. */
  readonly agencyWith: (role: string) => Promise<string>;
}

type Answer = string | number | boolean | readonly string[];

const day = 86_400_000;

/** Answers to what a form must ask, and to what it may ask where the story knows it. */
export async function fillForm(
  form: readonly FormField[],
  answering: Answering,
): Promise<Record<string, Answer>> {
  const answers: Record<string, Answer> = {};
  for (const field of form) {
    const known = answering.facts[field.fact ?? field.id];
    if (known !== undefined) answers[field.id] = known;
    else if (field.required) answers[field.id] = await required(field, answering);
  }
  return answers;
}

async function required(field: FormField, { at, residence, agencyWith }: Answering): Promise<Answer> {
  const [first = ''] = Object.keys(field.options ?? {});
  switch (field.type) {
    case 'boolean':
      return false;
    case 'number':
      return 1;
    case 'choice':
      return first;
    case 'choices':
      return [first];
    case 'date':
      if (field.ago !== undefined) return localDay(new Date(at.getTime() - 32 * day));
      return localDay(field.id.startsWith('planned') ? new Date(at.getTime() + 9 * day) : at);
    case 'instant':
      return at.toISOString();
    case 'text':
      return 'Nội dung mẫu của dữ liệu trình diễn.';
    case 'place':
      return residence;
    case 'agency':
      return agencyWith(field.agencyRole ?? '');
  }
}

/** The day in Việt Nam, which is UTC+07:00 all year. */
const localDay = (at: Date): string => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
