import type { Confidence, LimitStart, ServiceLevel } from '../procedure.js';
import type { LimitUnit } from '../../time/limit.js';
import { byId } from './step.js';
import { words } from './words.js';

const internal = words(
  'Mốc nội bộ; luật không quy định số ngày',
  'Our own target; the law sets no number of days',
);

/** Our own target of a length. `backward`: so long before its start. */
export function ownTarget(
  id: string,
  amount: number,
  more: {
    readonly unit: LimitUnit;
    readonly direction?: 'backward';
    readonly starts?: LimitStart;
    readonly source?: ServiceLevel['source'];
    readonly confidence?: Confidence;
  },
): ServiceLevel {
  const { unit, direction = 'forward', starts = 'offered', source = internal, confidence = 'C' } = more;
  return { id, amount, unit, direction, roll: 'none', starts, source, confidence };
}

/** "Ngay": 24 hours that are ours, with the register id of the duty. */
export const atOnce = (
  id: string,
  source: ServiceLevel['source'],
  confidence: Confidence = 'A',
): ServiceLevel => ownTarget(id, 24, { unit: 'hour', source, confidence });

const workingDays = (id: string, amount: number): ServiceLevel =>
  ownTarget(id, amount, { unit: 'working-day' });

/** What Decree 20/2021 made law was our own target until then. */
const beforeDecree20 = (id: string, amount: number): ServiceLevel =>
  ownTarget(id, amount, {
    unit: 'working-day',
    source: words(
      'Mốc nội bộ; thành quy định từ 01/07/2021 (Nghị định 20/2021)',
      'Our own target; law since 1 July 2021 only (Decree 20/2021)',
    ),
  });

export const commonServiceLevels = byId([
  atOnce(
    'SL.IMMEDIATE',
    words('“Ngay”; 24 giờ là mốc nội bộ', '“At once”; the 24 hours are our own target'),
    'C',
  ),
  workingDays('SL.NEEDS', 3),
  workingDays('SL.PROTECTION', 3),
  ownTarget('SL.PROTECTION_REVIEW', 1, { unit: 'month' }),
  workingDays('SL.DISCHARGE', 7),
  workingDays('SL.AFTER_STAY', 3),
  ownTarget('SL.FURTHER_STAY', 60, {
    unit: 'calendar-day',
    source: words(
      'Mốc nội bộ; thời hạn theo quyết định của cơ quan cấp trên (Nghị định 20/2021 Điều 24(4))',
      'Our own target; the time is set by the superior body’s decision (Decree 20/2021 art. 24(4))',
    ),
  }),
  ownTarget('SL.TRACE', 40, {
    unit: 'calendar-day',
    source: words(
      'Mốc nội bộ: sau khi đủ điều kiện “không liên lạc trong 01 tháng” (Nghị định 20/2021 Điều 30)',
      'Our own target: once the condition “no contact for 1 month” is met (Decree 20/2021 art. 30)',
    ),
  }),
  beforeDecree20('SL.FILE', 10),
  beforeDecree20('SL.STOP', 7),
  workingDays('SL.SERVICE', 5),
  workingDays('SL.PLAN', 10),
  ownTarget('SL.TRAVEL', 1, {
    unit: 'working-day',
    direction: 'backward',
    starts: { fact: 'plannedReturnOn' },
  }),
  workingDays('SL.FAMILY', 5),
  ownTarget('SL.ESCORT', 1, { unit: 'working-day', starts: { fact: 'plannedReturnOn' } }),
  ownTarget('SL.ARRIVAL', 3, { unit: 'working-day', starts: { fact: 'plannedReturnOn' } }),
  workingDays('SL.FOLLOW_UP', 10),
  workingDays('SL.CHILD_ASSESS', 5),
  ownTarget('SL.CHILD_REVIEW', 1, { unit: 'month' }),
  ownTarget('SL.SUPPORT', 1, { unit: 'month' }),
  workingDays('SL.CLOSE', 10),
]);
