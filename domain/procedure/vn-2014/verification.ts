import { after, all, not } from '../vn-both/condition.js';
import type { VerificationRules } from '../vn-both/verification.js';
import { cited, words } from '../vn-both/words.js';

/** Decree 62/2012 art. 5(2): eight sources of evidence; EV4 came in 2025 only. */
const evidence = {
  EV1: words('Cơ quan tiến hành tố tụng', 'Procedural bodies'),
  EV2: words('Cơ quan giải cứu', 'Rescuing body'),
  EV3: words('Cơ quan đại diện Việt Nam ở nước ngoài', 'Mission abroad'),
  EV5: words('Cơ quan, tổ chức nước ngoài có thẩm quyền', 'Foreign competent agency or organisation'),
  EV6: words('Lời khai của người đó', 'Statements of the person'),
  EV7: words('Lời khai của người thực hiện hành vi', 'Statements of the perpetrator'),
  EV8: words('Lời khai của người biết việc', 'Statements of persons who know'),
  EV9: words('Tài liệu hợp pháp khác', 'Other lawful material'),
} as const;

export const verificationRules: VerificationRules = {
  initial: { limits: ['R14.A.INITIAL'], ...cited('A', 'Luật 66/2011 Điều 24(2)', 'Law 66/2011 art. 24(2)') },
  // The request falls within the same three days as the initial information, where that leads to it at once.
  request: {
    limits: ['R14.A.INITIAL'],
    limitsWhen: all(after('initial-verification:no-paper'), not(after('request-verification'))),
    serviceLevel: 'SL.NEEDS',
    ...cited(
      'A',
      'Luật 66/2011 Điều 24(2)-(3); TTLT 01/2014 Điều 6(2)',
      'Law 66/2011 art. 24(2)-(3); Joint Circular 01/2014 art. 6(2)',
    ),
  },
  police: {
    role: 'district-police',
    place: 'residence',
    limits: ['R14.A.VERIFY'],
    extension: {
      limits: ['R14.A.VERIFY_X.LAW', 'R14.A.VERIFY_X.JC'],
      times: 1,
      decidedBy: ['district-police', 'provincial-police'],
      grounds: {
        complex: words(
          'Vụ việc phức tạp, báo cáo Công an cấp tỉnh',
          'Complex: reported to the provincial police',
        ),
        'many-places': words('Liên quan nhiều địa phương', 'Several localities are concerned'),
      },
    },
    ...cited(
      'A',
      'Luật 66/2011 Điều 24(4); TTLT 01/2014 Điều 6(3)',
      'Law 66/2011 art. 24(4); Joint Circular 01/2014 art. 6(3)',
    ),
  },
  // The answer and the certificate fall within the same twenty days, or the same extension.
  certificate: {
    within: 'police-verification',
    ladder: 'days',
    ...cited(
      'A',
      'Luật 66/2011 Điều 24(4), 28; TTLT 01/2014 Điều 6(3), Phụ lục 7',
      'Law 66/2011 arts 24(4), 28; Joint Circular 01/2014 art. 6(3), Annex 7',
    ),
  },
  evidence,
};
