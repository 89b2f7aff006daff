import type { Limit, ServiceLevel } from '../procedure.js';
import { childLimits } from '../vn-both/child.js';
import { criminalReportLimits } from '../vn-both/criminal-report.js';
import { inForceFrom } from '../vn-both/in-force.js';
import { legalAidLimits } from '../vn-both/legal-aid.js';
import { atOnce, commonServiceLevels, ownTarget } from '../vn-both/service-levels.js';
import { facilityLimits } from '../vn-both/shelter.js';
import { byId } from '../vn-both/step.js';
import { cited, words } from '../vn-both/words.js';

/** The deadline register for R2025, as far as the law was read. Numbers of confidence C are service levels below. */
const own: readonly Limit[] = [
  {
    id: 'R25.A.INITIAL',
    amount: 3,
    unit: 'calendar-day',
    direction: 'forward',
    roll: 'forward',
    starts: { completed: 'notify-authority' },
    validFrom: inForceFrom.law53of2024,
    ...cited(
      'A',
      'Luật 53/2024 Điều 27(2): chậm nhất 03 ngày từ khi nhận thông báo',
      'Law 53/2024 art. 27(2): at the latest 03 days from receipt of the notice',
    ),
  },
  {
    id: 'R25.S.DECIDE',
    amount: 9,
    unit: 'working-day',
    direction: 'forward',
    roll: 'none',
    starts: { completed: 'file-support-application' },
    validFrom: inForceFrom.decree162of2025,
    ...cited(
      'A',
      'Nghị định 162/2025 Điều 24; thủ tục 112584: 09 ngày làm việc',
      'Decree 162/2025 art. 24; procedure 112584: 09 working days',
    ),
  },
  {
    id: 'R25.H.STAY120',
    amount: 120,
    unit: 'calendar-day',
    direction: 'forward',
    roll: 'none',
    starts: 'offered',
    validFrom: inForceFrom.decree162of2025,
    ...cited('B', 'Nghị định 162/2025 Điều 17', 'Decree 162/2025 art. 17'),
  },
];

export const limits: Readonly<Record<string, Limit>> = {
  ...byId(own),
  ...facilityLimits,
  ...childLimits,
  ...criminalReportLimits,
  ...legalAidLimits,
};

const notRead = words(
  'Luật 53/2024 Điều 27(3): chưa đối chiếu nguyên văn; 20 ngày theo quy định 2014, chờ xác nhận',
  'Law 53/2024 art. 27(3): not yet checked against the text; 20 days as in 2014, to be confirmed',
);

export const serviceLevels: Readonly<Record<string, ServiceLevel>> = {
  ...commonServiceLevels,
  ...byId<ServiceLevel>([
    atOnce(
      'R25.A.BRING',
      words(
        '“Ngay” (Luật 53/2024 Điều 27(1)); 24 giờ là mốc nội bộ',
        '“At once” (Law 53/2024 art. 27(1)); the 24 hours are ours',
      ),
    ),
    atOnce(
      'R25.A.NOTIFY',
      words(
        '“Ngay” (Luật 53/2024 Điều 27(1)); 24 giờ là mốc nội bộ',
        '“At once” (Law 53/2024 art. 27(1)); the 24 hours are ours',
      ),
    ),
    atOnce(
      'R25.A.RECEIVE',
      words(
        '“Ngay” (Luật 53/2024 Điều 27(2)); 24 giờ là mốc nội bộ',
        '“At once” (Law 53/2024 art. 27(2)); the 24 hours are ours',
      ),
    ),
    { ...ownTarget('R25.A.VERIFY', 20, { unit: 'calendar-day', source: notRead }), roll: 'forward' },
    {
      ...ownTarget('R25.A.VERIFY_X', 2, {
        unit: 'month',
        source: words(
          'Luật 53/2024 Điều 27: chưa đối chiếu nguyên văn; tối đa 02 tháng theo quy định 2014, chờ xác nhận',
          'Law 53/2024 art. 27: not yet checked against the text; at most 02 months as in 2014, to be confirmed',
        ),
      }),
      roll: 'forward',
    },
    {
      ...ownTarget('SL.CHILD20', 20, {
        unit: 'calendar-day',
        direction: 'backward',
        starts: { dueOf: ['shelter-stay', 'further-stay'] },
        source: words(
          'Mốc nội bộ theo Thông tư 35/2013 Điều 11(3)(c): 20 ngày trước khi hết thời gian lưu trú',
          'Our own target after Circular 35/2013 art. 11(3)(c): 20 days before the stay ends',
        ),
      }),
      roll: 'backward',
    },
  ]),
};
