import type { FormField, Outcome, Step } from '../procedure.js';
import { after, all, is } from './condition.js';
import { choicesField, factQuestion, noteField } from './fields.js';
import type { Regime } from './regime.js';
import { duty } from './step.js';
import { words } from './words.js';

const wanted = (id: string, vi: string, en: string): FormField => factQuestion(id, words(vi, en));

/** Every help is asked for by name, so that none is forgotten; a "no" is an answer. */
const questions: readonly FormField[] = [
  factQuestion(
    'wantsHomeBeforeResult',
    words('Muốn về trước khi có kết quả xác minh?', 'Wants to go home before the verification ends?'),
    { optional: true },
  ),
  wanted('wantsShelter', 'Muốn ở cơ sở hỗ trợ?', 'Wants to stay in a facility?'),
  wanted('wantsMedical', 'Muốn khám, chữa bệnh?', 'Wants medical care?'),
  wanted('wantsPsychological', 'Muốn tư vấn tâm lý?', 'Wants psychological help?'),
  wanted('wantsLegalAid', 'Muốn trợ giúp pháp lý?', 'Wants legal aid?'),
  wanted('wantsVocational', 'Muốn học nghề, việc làm?', 'Wants vocational training or work?'),
  wanted('wantsGoHome', 'Muốn trở về nơi cư trú?', 'Wants to go home?'),
  factQuestion('wantsEducation', words('Muốn học văn hóa?', 'Wants general education?'), { optional: true }),
  factQuestion(
    'wantsAllowance',
    words('Đề nghị trợ cấp khó khăn ban đầu?', 'Asks for the hardship allowance?'),
    {
      optional: true,
    },
  ),
  factQuestion('needsInterpreter', words('Cần phiên dịch?', 'Interpreter needed?'), { optional: true }),
  choicesField(
    'declinedHelp',
    words('Hỗ trợ mà người được tiếp nhận từ chối', 'Help that the person declines'),
    {
      optional: true,
      options: {
        shelter: words('Chỗ ở', 'Shelter'),
        medical: words('Y tế', 'Medical'),
        psychological: words('Tâm lý', 'Psychological'),
        'legal-aid': words('Trợ giúp pháp lý', 'Legal aid'),
        education: words('Học văn hóa', 'Education'),
        vocational: words('Học nghề', 'Vocational training'),
        allowance: words('Trợ cấp', 'Allowance'),
        travel: words('Chi phí đi lại', 'Travel costs'),
      },
    },
  ),
  noteField,
];

const assessed: Outcome = {
  title: words('Đã đánh giá', 'Assessed'),
  sets: { needsReview: false },
  form: questions,
};

const instructions = words(
  'Hỏi từng loại hỗ trợ, ghi điều người đó muốn và điều họ từ chối. Không quyết định thay họ; “không” cũng là câu trả lời.',
  'Ask about each kind of help; note what the person wants and what they decline. Do not decide for them; “no” is an answer.',
);

export const needsSteps = (regime: Regime): readonly Step[] => [
  duty({
    id: 'needs-assessment',
    title: words('Đánh giá nhu cầu', 'Assess what the person needs'),
    instructions,
    phase: 'receipt',
    track: 'main',
    role: regime.coordinator,
    place: 'coordinating',
    opens: after('receive-case:received'),
    serviceLevel: 'SL.NEEDS',
    mandatory: true,
    personMayDecline: true,
    outcomes: { assessed },
    needs: {
      facts: ['isMinor', 'ageUncertain', 'needsInterpreter', 'seriousHarm'],
      person: ['fullName', 'language', 'safeContact'],
    },
    ...regime.cites.needs,
  }),
  duty({
    id: 'needs-review',
    title: words('Đánh giá lại nhu cầu', 'Assess the needs anew'),
    instructions,
    phase: 'receipt',
    track: 'main',
    role: regime.coordinator,
    place: 'coordinating',
    opens: all(after('needs-assessment'), is('needsReview', true)),
    repeats: { max: 12 },
    serviceLevel: 'SL.NEEDS',
    mandatory: true,
    outcomes: {
      assessed,
      unchanged: {
        title: words('Không có nhu cầu mới', 'Nothing new is wanted'),
        sets: { needsReview: false },
        form: [noteField],
      },
    },
    needs: {
      facts: ['isMinor', 'ageUncertain', 'needsInterpreter'],
      person: ['fullName', 'language', 'safeContact'],
    },
    ...regime.cites.needs,
  }),
];
