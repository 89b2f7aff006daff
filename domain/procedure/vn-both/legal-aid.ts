import type { Condition, Limit, Step } from '../procedure.js';
import { after, all, is } from './condition.js';
import { letterField, noteField } from './fields.js';
import type { Regime } from './regime.js';
import { serviceSteps } from './service-request.js';
import { byId, duty } from './step.js';
import { cited, words } from './words.js';

export const legalAidLimits: Readonly<Record<string, Limit>> = byId<Limit>([
  {
    id: 'LA.NOTICE',
    amount: 24,
    unit: 'hour',
    direction: 'forward',
    roll: 'none',
    // Receipt of the request by the investigation body, as soon as it has the report and the person asks for aid.
    starts: 'offered',
    ...cited('A', 'Luật Trợ giúp pháp lý 2017 Điều 31(3)', 'Legal Aid Law 2017 art. 31(3)'),
  },
  {
    id: 'LA.APPOINT',
    amount: 3,
    unit: 'working-day',
    direction: 'forward',
    roll: 'none',
    // The law counts from the entry of the application in the register, which is the outcome "accepted".
    starts: { completed: 'legal-aid' },
    ...cited('A', 'Luật Trợ giúp pháp lý 2017 Điều 31(2)', 'Legal Aid Law 2017 art. 31(2)'),
  },
  {
    id: 'LA.PROOF',
    amount: 5,
    unit: 'working-day',
    direction: 'forward',
    roll: 'none',
    starts: { completed: 'legal-aid' },
    ...cited('A', 'Thông tư 12/2018/TT-BTP Điều 6(2)', 'Circular 12/2018/TT-BTP art. 6(2)'),
  },
  {
    id: 'LA.PROOF_FAR',
    amount: 10,
    unit: 'working-day',
    direction: 'forward',
    roll: 'none',
    starts: { completed: 'legal-aid' },
    ...cited('A', 'Thông tư 12/2018/TT-BTP Điều 6(2)', 'Circular 12/2018/TT-BTP art. 6(2)'),
  },
]);

/** `within`: to whom the regime grants legal aid. */
export const legalAidSteps = (regime: Regime, within: Condition): readonly Step[] => [
  ...serviceSteps(regime, {
    id: 'legal-aid',
    title: words('Thụ lý yêu cầu trợ giúp pháp lý', 'Accept the application for legal aid'),
    instructions: words(
      'Kiểm tra và trả lời ngay có thụ lý hay còn thiếu gì; thiếu giấy tờ thì thụ lý trước, bổ sung sau. Từ chối phải bằng văn bản, nêu lý do.',
      'Check and answer at once whether it is accepted or what is missing; if papers are missing accept first, they follow. A refusal is in writing, with reasons.',
    ),
    role: 'legal-aid-centre',
    wish: 'wantsLegalAid',
    within,
    outcomes: {
      accepted: { title: words('Đã thụ lý', 'Accepted'), form: [noteField] },
      'accepted-papers-later': {
        title: words('Đã thụ lý, bổ sung giấy tờ sau', 'Accepted, papers follow'),
        form: [noteField],
      },
    },
    needs: {
      facts: ['isMinor', 'ageUncertain', 'needsInterpreter', 'victimStatus'],
      person: ['fullName', 'birthDate', 'language', 'safeContact'],
    },
    cite: cited('A', 'Luật Trợ giúp pháp lý 2017 Điều 30(2)-(3)', 'Legal Aid Law 2017 art. 30(2)-(3)'),
  }),
  duty({
    id: 'tell-legal-aid-centre',
    title: words(
      'Thông báo Trung tâm trợ giúp pháp lý về yêu cầu của bị hại',
      'Tell the legal-aid centre of the victim’s request',
    ),
    instructions: words(
      'Thông báo cho Trung tâm trong 24 giờ từ khi nhận yêu cầu, kể cả khi cơ quan khác đã chuyển yêu cầu. Chỉ nêu người yêu cầu và cách liên hệ an toàn, không nêu sự việc.',
      'Tell the centre within 24 hours of the request, even if another agency has passed it on. Name the person and the safe contact only, not what happened.',
    ),
    phase: 'support',
    track: 'support',
    role: 'investigation-body',
    place: 'reception',
    opens: all(after('pass-crime-report:passed'), is('wantsLegalAid', true), within),
    limits: ['LA.NOTICE'],
    ladder: 'hours',
    personMayDecline: true,
    outcomes: { told: { title: words('Đã thông báo', 'Told'), form: [letterField] } },
    needs: {
      facts: ['isMinor', 'ageUncertain', 'needsInterpreter'],
      person: ['fullName', 'language', 'safeContact'],
    },
    ...cited('A', 'Luật Trợ giúp pháp lý 2017 Điều 31(3)', 'Legal Aid Law 2017 art. 31(3)'),
  }),
  duty({
    id: 'appoint-legal-aid',
    title: words('Cử người thực hiện trợ giúp pháp lý', 'Appoint the legal-aid provider'),
    instructions: words(
      'Cử người thực hiện và báo cho người được trợ giúp. Gặp riêng, giữ bí mật, không trách móc.',
      'Appoint somebody and tell the person. Meet in private, keep the secret, do not blame.',
    ),
    phase: 'support',
    track: 'support',
    role: 'legal-aid-centre',
    place: 'reception',
    agencyFrom: [{ step: 'replace-legal-aid', field: 'provider' }],
    opens: { any: [after('legal-aid:accepted'), after('legal-aid:accepted-papers-later')] },
    limits: ['LA.APPOINT'],
    mandatory: true,
    personMayDecline: true,
    outcomes: { appointed: { title: words('Đã cử', 'Appointed'), form: [noteField] } },
    needs: {
      facts: ['isMinor', 'ageUncertain', 'needsInterpreter'],
      person: ['fullName', 'birthDate', 'language', 'safeContact'],
    },
    ...cited('A', 'Luật Trợ giúp pháp lý 2017 Điều 31(2)', 'Legal Aid Law 2017 art. 31(2)'),
  }),
  duty({
    id: 'supply-legal-aid-papers',
    title: words('Bổ sung giấy tờ trợ giúp pháp lý', 'Supply the papers for legal aid'),
    instructions: words(
      'Giúp người được trợ giúp bổ sung giấy tờ còn thiếu cho Trung tâm. Vùng sâu, vùng xa hoặc bất khả kháng thì gia hạn thành 10 ngày làm việc.',
      'Help the person to supply the missing papers to the centre. In remote areas or for force majeure extend to 10 working days.',
    ),
    phase: 'support',
    track: 'support',
    role: regime.coordinator,
    place: 'coordinating',
    opens: after('legal-aid:accepted-papers-later'),
    limits: ['LA.PROOF'],
    extension: {
      limits: ['LA.PROOF_FAR'],
      times: 1,
      decidedBy: [],
      grounds: {
        'remote-area': words('Vùng sâu, vùng xa, đi lại khó khăn', 'Remote area, hard to reach'),
        'force-majeure': words('Lý do bất khả kháng', 'Force majeure'),
      },
    },
    personMayDecline: true,
    outcomes: { supplied: { title: words('Đã bổ sung', 'Supplied'), form: [noteField] } },
    needs: { facts: ['isMinor', 'ageUncertain'], person: ['fullName', 'safeContact'] },
    ...cited('A', 'Thông tư 12/2018/TT-BTP Điều 6', 'Circular 12/2018/TT-BTP art. 6'),
  }),
];
