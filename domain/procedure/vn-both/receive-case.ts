import type { Step } from '../procedure.js';
import { after } from './condition.js';
import { choiceField, noteField } from './fields.js';
import type { Regime } from './regime.js';
import { duty } from './step.js';
import { words, type Cited } from './words.js';

/** The authority takes the person in its care as soon as the commune's notice arrives. */
export const receiveCase = ({ coordinator }: Regime, cite: Cited & { readonly serviceLevel: string }): Step =>
  duty({
    id: 'receive-case',
    title: words('Tiếp nhận, hỗ trợ người được chuyển đến', 'Receive and support the person'),
    instructions: words(
      'Tiếp nhận ngay, bảo đảm đêm nay có chỗ ở an toàn và người chăm sóc. Chưa đủ giấy tờ không phải lý do từ chối tiếp nhận.',
      'Receive the person at once; make sure that tonight they have a safe bed and somebody to turn to. Missing papers are no reason to refuse.',
    ),
    phase: 'receipt',
    track: 'main',
    role: coordinator,
    place: 'reception',
    opens: after('notify-authority:notified'),
    ladder: 'immediate',
    mandatory: true,
    outcomes: {
      received: {
        title: words('Đã tiếp nhận', 'Received'),
        form: [
          choiceField('staysTonight', words('Chỗ ở trước mắt', 'Where the person stays for now'), {
            optional: true,
            options: {
              commune: words('Nơi UBND cấp xã bố trí', 'Arranged by the commune'),
              facility: words('Cơ sở trợ giúp xã hội', 'A social-assistance facility'),
              relatives: words('Nhà người thân', 'With relatives'),
              own: words('Nhà mình', 'At home'),
              hospital: words('Bệnh viện', 'Hospital'),
            },
          }),
          noteField,
        ],
      },
    },
    needs: {
      facts: ['isMinor', 'ageUncertain', 'needsInterpreter', 'seriousHarm'],
      person: ['fullName', 'birthDate', 'language', 'safeContact'],
    },
    ...cite,
  });
