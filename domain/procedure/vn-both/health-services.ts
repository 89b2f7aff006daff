import type { Condition, Step } from '../procedure.js';
import { whereTheyLive } from './chosen-facility.js';
import { choicesField, noteField } from './fields.js';
import type { Regime } from './regime.js';
import { serviceSteps } from './service-request.js';
import { words } from './words.js';

/** Psychological and medical help. `within`: to whom the regime grants it. */
export const healthServiceSteps = (regime: Regime, within: Condition): readonly Step[] => [
  ...serviceSteps(regime, {
    id: 'psychological-help',
    title: words('Hỗ trợ tâm lý', 'Psychological help'),
    instructions: words(
      'Tư vấn riêng, bằng ngôn ngữ người đó hiểu, theo nhịp của họ. Không bắt kể lại sự việc, không ghi nội dung trao đổi vào hệ thống.',
      'Counsel in private, in a language the person understands, at their pace. Do not make them tell the story; enter no content of the talks.',
    ),
    role: 'social-facility',
    agencyFrom: whereTheyLive,
    wish: 'wantsPsychological',
    within,
    outcomes: {
      provided: { title: words('Đã hỗ trợ', 'Provided'), form: [noteField] },
      'referred-on': {
        title: words('Đã giới thiệu tiếp đến chuyên khoa', 'Referred on to a specialist'),
        form: [noteField],
      },
    },
    needs: {
      facts: ['isMinor', 'ageUncertain', 'needsInterpreter'],
      person: ['fullName', 'language', 'safeContact'],
    },
    cite: regime.cites.psychological,
  }),
  ...serviceSteps(regime, {
    id: 'medical-help',
    title: words('Hỗ trợ y tế', 'Medical help'),
    instructions: words(
      'Khám sức khỏe, sơ cứu, điều trị hoặc đưa đến cơ sở khám chữa bệnh. Khám, xét nghiệm chỉ khi người đó đồng ý; kết quả không chuyển cho cơ quan khác.',
      'Health check, first aid, treatment, or bring the person to a hospital. Examine and test only with consent; results go to no other agency.',
    ),
    role: 'social-facility',
    agencyFrom: whereTheyLive,
    wish: 'wantsMedical',
    within,
    outcomes: {
      provided: {
        title: words('Đã hỗ trợ', 'Provided'),
        form: [
          choicesField('given', words('Đã hỗ trợ', 'What was given'), {
            optional: true,
            options: {
              check: words('Khám sức khỏe', 'Health check'),
              treatment: words('Điều trị', 'Treatment'),
              medicine: words('Thuốc', 'Medicine'),
              insurance: words('Thẻ bảo hiểm y tế', 'Health-insurance card'),
              hospital: words('Chuyển bệnh viện', 'Brought to hospital'),
            },
          }),
          noteField,
        ],
      },
    },
    needs: {
      facts: ['isMinor', 'ageUncertain', 'sex', 'needsInterpreter'],
      person: ['fullName', 'birthDate', 'language'],
    },
    cite: regime.cites.medical,
  }),
];
