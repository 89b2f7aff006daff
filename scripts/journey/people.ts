import type { Story } from '../../prisma/seed/demo/story.js';

/** Who travels, and how the agencies answer them: invented, and complete from the report to the last contact. */
export interface Traveller {
  readonly name: string;
  readonly story: Story;
}

const hoanKiem = 'c:00070';
/** In another province, where nobody has an account: its answers come by letter, to the coordinator. */
const traLinh = 'c:01447';

const wishes = {
  wantsShelter: true,
  wantsMedical: true,
  wantsPsychological: true,
  wantsLegalAid: true,
  wantsGoHome: true,
};
const common = { received: 0, place: hoanKiem, residence: traLinh, registeredBy: 'commune' } as const;

export const travellers: readonly Traveller[] = [
  {
    name: 'An adult who reports to the commune: the police answer late, and the way home leads to another province',
    story: {
      ...common,
      facts: {
        sex: 'female',
        isMinor: false,
        nationalityClaimed: 'vietnamese',
        exploitation: 'labour',
        destination: 'domestic',
        wantsVocational: true,
        wantsAllowance: true,
        ...wishes,
      },
      paces: { 'police-verification': 1.3, 'follow-up': 0.1, 'close-case': 0.1 },
    },
  },
  {
    name: 'A child who reports to the commune: the child branch runs beside the main one, and the plan for the child is late',
    story: {
      ...common,
      facts: {
        sex: 'female',
        isMinor: true,
        nationalityClaimed: 'vietnamese',
        exploitation: 'sexual',
        destination: 'domestic',
        seriousHarm: true,
        ...wishes,
      },
      urgent: true,
      answers: { 'child-review': ['continued', 'continued', 'closed'] },
      paces: { 'child-plan': 1.5, 'child-review': 0.95, 'follow-up': 0.1, 'close-case': 0.1 },
    },
  },
];
