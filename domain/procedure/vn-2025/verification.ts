import { cited, words } from '../vn-both/words.js';
import type { VerificationRules } from '../vn-both/verification.js';

/** Law 53/2024 art. 32(1): nine sources of evidence. */
const evidence = {
  EV1: words('Cơ quan tiến hành tố tụng', 'Procedural bodies'),
  EV2: words('Cơ quan giải cứu', 'Rescuing body'),
  EV3: words('Cơ quan đại diện Việt Nam ở nước ngoài', 'Mission abroad'),
  EV4: words('Cơ quan, tổ chức khác trong nước', 'Other domestic agency or organisation'),
  EV5: words('Cơ quan, tổ chức nước ngoài có thẩm quyền', 'Foreign competent agency or organisation'),
  EV6: words('Lời khai của người đó, người thân thích', 'Statements of the person and relatives'),
  EV7: words('Lời khai của người thực hiện hành vi', 'Statements of the perpetrator'),
  EV8: words(
    'Lời khai của nạn nhân khác, người biết việc',
    'Statements of other victims or persons who know',
  ),
  EV9: words('Tài liệu hợp pháp khác', 'Other lawful material'),
} as const;

export const verificationRules: VerificationRules = {
  initial: {
    limits: ['R25.A.INITIAL'],
    ...cited(
      'A',
      'Luật 53/2024 Điều 27(2) (sửa đổi bởi Luật 86/2025)',
      'Law 53/2024 art. 27(2) (as amended by Law 86/2025)',
    ),
  },
  request: {
    limits: [],
    serviceLevel: 'SL.NEEDS',
    ...cited(
      'A',
      'Luật 53/2024 Điều 27: đề nghị bằng văn bản; thời hạn chưa đối chiếu nguyên văn',
      'Law 53/2024 art. 27: written request; its time is not yet checked against the text',
    ),
  },
  police: {
    role: 'provincial-police',
    place: 'reception',
    limits: [],
    serviceLevel: 'R25.A.VERIFY',
    extension: {
      limits: ['R25.A.VERIFY_X'],
      times: 1,
      decidedBy: ['provincial-police'],
      grounds: {
        complex: words('Vụ việc phức tạp', 'The matter is complex'),
        'many-places': words('Liên quan nhiều địa phương', 'Several localities are concerned'),
      },
    },
    ...cited(
      'C',
      'Luật 53/2024 Điều 27(3)-(5), 32: chưa đối chiếu nguyên văn',
      'Law 53/2024 arts 27(3)-(5), 32: not yet checked against the text',
    ),
  },
  certificate: {
    serviceLevel: 'SL.IMMEDIATE',
    ladder: 'immediate',
    ...cited(
      'C',
      'Luật 53/2024 Điều 27, 33(1): chưa đối chiếu nguyên văn',
      'Law 53/2024 arts 27, 33(1): not yet checked against the text',
    ),
  },
  evidence,
};
