import type { Condition, Step } from '../procedure.js';
import { after, any, is, not } from './condition.js';
import { noteField } from './fields.js';
import { duty } from './step.js';
import { words, type Cited } from './words.js';

/** Whoever received the report instead of the commune, as the fact `receivedBy` says, and who brings the person there. */
const bringing = {
  police: {
    fact: 'police',
    role: 'commune-police',
    title: words('Công an đưa người trình báo đến UBND cấp xã', 'The police bring the person to the commune'),
  },
  border: {
    fact: 'border-guard',
    role: 'border-post',
    title: words(
      'Đồn Biên phòng đưa người trình báo đến UBND cấp xã',
      'The border post brings the person to the commune',
    ),
  },
  'coast-guard': {
    fact: 'coast-guard',
    role: 'coast-guard',
    title: words(
      'Cảnh sát biển đưa người trình báo đến UBND cấp xã',
      'The Coast Guard brings the person to the commune',
    ),
  },
  // "The nearest agency or organisation" stands in no directory: the commune sees to it that the person comes.
  other: {
    fact: 'other',
    role: 'commune-committee',
    title: words(
      'Đón người trình báo từ cơ quan, tổ chức đã tiếp nhận',
      'Receive the person from the body that took the report',
    ),
  },
} as const;

/** The commune received the report itself, or the person was brought there. */
export const isAtCommune: Condition = any(
  not(
    is(
      'receivedBy',
      Object.values(bringing).map(({ fact }) => fact),
    ),
  ),
  ...Object.keys(bringing).map((from) => after(`bring-from-${from}:handed-over`)),
);

const brought = words(
  'Đưa ngay người trình báo đến Ủy ban nhân dân cấp xã nơi đơn vị đóng và bàn giao. Không giữ lại để lấy lời khai, không đưa cùng xe với người bị tình nghi.',
  'Bring the person at once to the People’s Committee of the commune where the unit is seated, and hand over. Do not keep them for a statement; never in one vehicle with a suspect.',
);
const received = words(
  'Cơ quan, tổ chức đã nhận trình báo phải đưa ngay người đó đến Ủy ban nhân dân cấp xã. Liên hệ để đón; chưa đến được thì bố trí đi đón. Không để người đó tự đi một mình nếu có nguy cơ.',
  'The body that took the report must bring the person to the commune’s People’s Committee at once. Arrange it with them; if they cannot, fetch the person. Nobody in danger comes alone.',
);

/** A receiver that is not the commune brings the person there; it does not keep the case. */
export const bringSteps = (rule: Cited & { readonly serviceLevel: string }): readonly Step[] =>
  Object.entries(bringing).map(([from, { fact, role, title }]) =>
    duty({
      id: `bring-from-${from}`,
      title,
      instructions: fact === 'other' ? received : brought,
      phase: 'receipt',
      track: 'main',
      role,
      place: 'reception',
      agencyFrom: ['registrar'],
      opens: is('receivedBy', fact),
      ladder: 'immediate',
      mandatory: true,
      outcomes: { 'handed-over': { title: words('Đã bàn giao', 'Handed over'), form: [noteField] } },
      needs: { facts: ['isMinor', 'ageUncertain', 'seriousHarm'], person: ['fullName', 'language'] },
      ...rule,
    }),
  );
