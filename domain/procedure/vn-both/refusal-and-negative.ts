import type { Step } from '../procedure.js';
import { after, all, any, inShelter, is, not, notConfirmed } from './condition.js';
import { factQuestion, letterField, noteField } from './fields.js';
import { chosenFacility } from './chosen-facility.js';
import type { Regime } from './regime.js';
import { duty } from './step.js';
import { words } from './words.js';

/** The person refuses verification, or the answer is "không đủ căn cứ xác định": what follows for them. */
export const refusalAndNegativeSteps = (regime: Regime): readonly Step[] => [
  talk(regime),
  tellNegative(regime),
  discharge(regime),
];

const talk = ({ coordinator, cites }: Regime): Step =>
  duty({
    id: 'talk-after-refusal',
    title: words('Trao đổi sau khi không đồng ý xác minh', 'Talk after verification was refused'),
    instructions: words(
      'Giải thích còn được hỗ trợ gì khi không xác minh, và có thể đổi ý bất cứ lúc nào. Không gây sức ép.',
      'Explain what help remains without verification, and that the person may change their mind at any time. Do not press.',
    ),
    phase: 'verification',
    track: 'main',
    role: coordinator,
    place: 'coordinating',
    opens: all(
      any(after('initial-verification:person-refuses'), after('police-verification:declined-by-person')),
      not(is('victimStatus', ['confirmed', 'not-confirmed'])),
    ),
    repeats: { max: 4 },
    serviceLevel: 'SL.NEEDS',
    mandatory: true,
    outcomes: {
      'changed-mind': {
        title: words('Đồng ý xác minh', 'Agrees to be verified'),
        sets: { verification: 'to-request', victimStatus: 'being-identified' },
        form: [noteField],
      },
      'goes-on-without': {
        title: words('Tiếp tục được hỗ trợ, không xác minh', 'Is helped on, without verification'),
        sets: { verification: 'refused', victimStatus: 'not-verified' },
        form: [
          factQuestion('wantsGoHome', words('Muốn trở về nơi cư trú?', 'Wants to go home?'), {
            optional: true,
          }),
          noteField,
        ],
      },
      'ends-contact': {
        title: words('Không tiếp tục', 'Does not go on'),
        sets: { pathEnd: 'withdrawn' },
        form: [noteField],
      },
    },
    needs: {
      facts: ['isMinor', 'ageUncertain', 'needsInterpreter'],
      person: ['fullName', 'language', 'safeContact'],
    },
    ...cites.refusal,
  });

const tellNegative = ({ coordinator, cites }: Regime): Step =>
  duty({
    id: 'tell-negative-result',
    title: words('Báo kết quả không đủ căn cứ xác định', 'Tell the person that the grounds were not enough'),
    instructions: words(
      'Trao văn bản trả lời, giải thích lý do, quyền khiếu nại và việc xem xét lại khi có chứng cứ mới. Không gọi người đó là giả mạo.',
      'Hand over the written answer; explain the reasons, the right to complain and that new evidence reopens the matter. Never call the person an impostor.',
    ),
    phase: 'verification',
    track: 'main',
    role: coordinator,
    place: 'coordinating',
    opens: notConfirmed,
    repeats: { max: 5 },
    serviceLevel: 'SL.NEEDS',
    mandatory: true,
    outcomes: {
      told: {
        title: words('Đã báo cho người được tiếp nhận', 'The person was told'),
        form: [letterField, noteField],
      },
    },
    needs: {
      facts: ['isMinor', 'ageUncertain', 'needsInterpreter', 'victimStatus'],
      person: ['fullName', 'language', 'safeContact'],
    },
    ...cites.negative,
  });

const discharge = ({ cites }: Regime): Step =>
  duty({
    id: 'discharge',
    title: words('Làm thủ tục đưa ra khỏi cơ sở', 'Carry out the discharge from the facility'),
    instructions: words(
      'Lãnh đạo cơ quan chủ trì và giám đốc cơ sở cùng làm thủ tục; thống nhất ngày đi và nơi đến. Không đưa ra khỏi cơ sở khi chưa có chỗ ở an toàn; sau đó ghi kết thúc thời gian lưu trú.',
      'The head of the authority and the director of the facility do it together and agree on day and destination. Nobody leaves without a safe place to go; then record the end of the stay.',
    ),
    phase: 'shelter',
    track: 'main',
    role: 'social-facility',
    place: 'facility',
    agencyFrom: chosenFacility,
    opens: all(notConfirmed, inShelter),
    repeats: { max: 5 },
    // The facility may record the end of the stay first; the discharge papers are owed all the same.
    keep: true,
    serviceLevel: 'SL.DISCHARGE',
    mandatory: true,
    outcomes: {
      discharged: { title: words('Đã hoàn thành thủ tục', 'Discharge carried out'), form: [noteField] },
    },
    needs: { facts: ['isMinor', 'ageUncertain', 'inShelter'], person: ['fullName'] },
    ...cites.negative,
  });
