import type { Audience, Rung, StepKind } from '../../domain/procedure/procedure.js';
import type { Words } from '../../domain/procedure/words.js';

/** What the journey says besides the words of the procedure and of the screens. */
export const phrases = {
  day: { vi: 'ngày', en: 'day' },
  due: { vi: 'hạn', en: 'due' },
  nobody: { vi: 'chưa tìm thấy cơ quan', en: 'no agency found' },
  law: { vi: 'thời hạn theo luật', en: 'legal limit' },
  serviceLevel: { vi: 'mốc nội bộ', en: 'own target, not law' },
  noLimit: { vi: 'không có thời hạn', en: 'no time limit' },
  moved: { vi: 'hạn mới', en: 'deadline moved' },
  told: { vi: 'báo cho', en: 'told' },
  level: { vi: 'cấp', en: 'level' },
  late: { vi: 'quá hạn', en: 'late' },
  inTime: { vi: 'đúng hạn', en: 'in time' },
  recalled: { vi: 'thu hồi, không còn cần', en: 'taken back, no longer needed' },
  declined: { vi: 'từ chối', en: 'declined' },
  acknowledged: { vi: 'lãnh đạo đã xử lý', en: 'acted on' },
  closed: { vi: 'KẾT THÚC TRƯỜNG HỢP', en: 'CASE CLOSED' },
} as const satisfies Record<string, Words>;

export const kindPhrases = {
  duty: { vi: 'NHIỆM VỤ', en: 'DUTY' },
  request: { vi: 'ĐỀ NGHỊ', en: 'REQUEST' },
  stay: { vi: 'LƯU TRÚ', en: 'STAY' },
} as const satisfies Record<StepKind, Words>;

export const rungPhrases = {
  reminder: { vi: 'NHẮC', en: 'REMINDER' },
  overdue: { vi: 'QUÁ HẠN', en: 'OVERDUE' },
  escalation: { vi: 'BÁO CÁO CẤP TRÊN', en: 'ESCALATION' },
} as const satisfies Record<Rung['kind'], Words>;

export const audiencePhrases = {
  agency: { vi: 'cơ quan thực hiện', en: 'the agency' },
  'agency-lead': { vi: 'lãnh đạo cơ quan', en: 'the agency’s lead' },
  coordinator: { vi: 'người điều phối', en: 'the coordinator' },
  supervisor: { vi: 'lãnh đạo cấp tỉnh', en: 'the province’s supervisor' },
  ministry: { vi: 'bộ', en: 'the ministry' },
} as const satisfies Record<Audience, Words>;
