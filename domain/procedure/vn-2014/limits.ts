import type { Limit, LimitStart, ServiceLevel } from '../procedure.js';
import { plainDate } from '../../time/plain-date.js';
import { childLimits } from '../vn-both/child.js';
import { criminalReportLimits } from '../vn-both/criminal-report.js';
import { legalAidLimits } from '../vn-both/legal-aid.js';
import { inForceFrom } from '../vn-both/in-force.js';
import { atOnce, commonServiceLevels } from '../vn-both/service-levels.js';
import { facilityLimits } from '../vn-both/shelter.js';
import { byId } from '../vn-both/step.js';
import { cited, words } from '../vn-both/words.js';

const days = (amount: number, starts: LimitStart) =>
  ({ amount, unit: 'calendar-day', direction: 'forward', roll: 'forward', starts }) as const;
const workingDays = (amount: number, starts: LimitStart) =>
  ({ amount, unit: 'working-day', direction: 'forward', roll: 'none', starts }) as const;

const threeMonths = {
  amount: 3,
  unit: 'month',
  direction: 'forward',
  roll: 'none',
  starts: 'offered',
} as const;

/** The deadline register for R2014, channel R14-A. */
const own: readonly Limit[] = [
  {
    id: 'R14.A.INITIAL',
    ...days(3, { completed: 'notify-authority' }),
    validFrom: inForceFrom.law66of2011,
    ...cited('A', 'Luật 66/2011 Điều 24(2)', 'Law 66/2011 art. 24(2)'),
  },
  {
    id: 'R14.A.VERIFY',
    ...days(20, 'offered'),
    validFrom: inForceFrom.law66of2011,
    ...cited(
      'A',
      'Luật 66/2011 Điều 24(4); TTLT 01/2014 Điều 6(3)(a)',
      'Law 66/2011 art. 24(4); Joint Circular 01/2014 art. 6(3)(a)',
    ),
  },
  // Law and circular differ in length and in start: both are kept, the stricter counts.
  {
    id: 'R14.A.VERIFY_X.LAW',
    amount: 2,
    unit: 'month',
    direction: 'forward',
    roll: 'forward',
    starts: 'offered',
    validFrom: inForceFrom.law66of2011,
    ...cited('A', 'Luật 66/2011 Điều 24(4): không quá 02 tháng', 'Law 66/2011 art. 24(4): at most 02 months'),
  },
  {
    id: 'R14.A.VERIFY_X.JC',
    ...days(60, 'extended'),
    validFrom: inForceFrom.jointCircular1of2014,
    ...cited(
      'A',
      'TTLT 01/2014 Điều 6(3)(c): không quá 60 ngày từ khi Công an cấp tỉnh nhận báo cáo',
      'Joint Circular 01/2014 art. 6(3)(c): at most 60 days from the report to the provincial police',
    ),
  },
  {
    id: 'R14.S.FILE',
    amount: 12,
    unit: 'month',
    direction: 'forward',
    roll: 'forward',
    starts: { fact: 'confirmedOn' },
    validFrom: inForceFrom.decree9of2013,
    ...cited('A', 'Nghị định 09/2013 Điều 23(3)(b)', 'Decree 09/2013 art. 23(3)(b)'),
  },
  {
    id: 'R14.S.COMMUNE',
    ...workingDays(3, 'offered'),
    validFrom: inForceFrom.decree9of2013,
    ...cited('A', 'Nghị định 09/2013 Điều 23(3)(b)', 'Decree 09/2013 art. 23(3)(b)'),
  },
  {
    id: 'R14.S.APPRAISE',
    ...workingDays(5, { completed: 'send-support-file' }),
    validFrom: inForceFrom.decree9of2013,
    ...cited('A', 'Nghị định 09/2013 Điều 23(3)(b)', 'Decree 09/2013 art. 23(3)(b)'),
  },
  {
    id: 'R14.S.DECIDE',
    ...workingDays(3, { completed: 'appraise-support' }),
    validFrom: inForceFrom.decree9of2013,
    ...cited('A', 'Nghị định 09/2013 Điều 23(3)(b)', 'Decree 09/2013 art. 23(3)(b)'),
  },
  {
    id: 'R14.H.STAY60',
    ...days(60, 'offered'),
    roll: 'none',
    validTo: plainDate('2019-12-31'),
    validFrom: inForceFrom.decree9of2013,
    ...cited(
      'A',
      'Nghị định 09/2013 Điều 19; Thông tư 35/2013 Điều 14',
      'Decree 09/2013 art. 19; Circular 35/2013 art. 14',
    ),
  },
  // Circular 84/2019 (dated 27/11/2019) first brought the 3 months; its first day in force was not read.
  {
    id: 'R14.H.STAY3M',
    ...threeMonths,
    validFrom: plainDate('2020-01-01'),
    validTo: plainDate('2021-06-30'),
    ...cited('B', 'Thông tư 84/2019/TT-BTC', 'Circular 84/2019/TT-BTC'),
  },
  {
    id: 'SA.STAY3M',
    ...threeMonths,
    validFrom: inForceFrom.decree20of2021,
    ...cited('A', 'Nghị định 20/2021 Điều 24(4)', 'Decree 20/2021 art. 24(4)'),
  },
  {
    id: 'R14.H.CHILD20',
    amount: 20,
    unit: 'calendar-day',
    direction: 'backward',
    roll: 'backward',
    starts: { dueOf: ['shelter-stay', 'further-stay'] },
    validFrom: inForceFrom.circular35of2013,
    ...cited('A', 'Thông tư 35/2013 Điều 11(3)(c)', 'Circular 35/2013 art. 11(3)(c)'),
  },
];

export const limits: Readonly<Record<string, Limit>> = {
  ...byId(own),
  ...facilityLimits,
  ...childLimits,
  ...criminalReportLimits,
  ...legalAidLimits,
};

export const serviceLevels: Readonly<Record<string, ServiceLevel>> = {
  ...commonServiceLevels,
  ...byId<ServiceLevel>([
    atOnce(
      'R14.A.NOTIFY',
      words(
        '“Ngay” (Luật 66/2011 Điều 24(1)); 24 giờ là mốc nội bộ',
        '“At once” (Law 66/2011 art. 24(1)); the 24 hours are ours',
      ),
    ),
  ]),
};
