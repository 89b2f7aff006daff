import type { Limit, Step } from '../procedure.js';
import { after, all, extended, is } from './condition.js';
import { letterField, noteField } from './fields.js';
import { byId, duty } from './step.js';
import { cited, words } from './words.js';

/** The criminal track runs beside the identification; neither waits for the other, and it never blocks closing. */
export const criminalReportLimits: Readonly<Record<string, Limit>> = byId<Limit>([
  {
    id: 'CR.PROC',
    amount: 3,
    unit: 'calendar-day',
    direction: 'forward',
    roll: 'forward',
    starts: { completed: 'pass-crime-report' },
    ...cited('A', 'Bộ luật Tố tụng hình sự 2015 Điều 146(5)', 'Criminal Procedure Code 2015 art. 146(5)'),
  },
  {
    id: 'CR.RESOLVE',
    amount: 20,
    unit: 'calendar-day',
    direction: 'forward',
    roll: 'forward',
    starts: { completed: 'pass-crime-report' },
    ...cited('A', 'Bộ luật Tố tụng hình sự 2015 Điều 147(1)', 'Criminal Procedure Code 2015 art. 147(1)'),
  },
  {
    id: 'CR.RESOLVE_X',
    amount: 2,
    unit: 'month',
    direction: 'forward',
    roll: 'forward',
    starts: { completed: 'pass-crime-report' },
    ...cited(
      'A',
      'Bộ luật Tố tụng hình sự 2015 Điều 147(2): không quá 02 tháng',
      'Criminal Procedure Code 2015 art. 147(2): at most 02 months',
    ),
  },
  {
    id: 'CR.ASKEXT',
    amount: 5,
    unit: 'calendar-day',
    direction: 'backward',
    roll: 'backward',
    starts: { dueOf: 'resolve-crime-report' },
    ...cited(
      'A',
      'Bộ luật Tố tụng hình sự 2015 Điều 147(2): chậm nhất 05 ngày trước khi hết thời hạn',
      'Criminal Procedure Code 2015 art. 147(2): at the latest 05 days before the time ends',
    ),
  },
  {
    id: 'CR.RESOLVE_X2',
    amount: 2,
    unit: 'month',
    direction: 'forward',
    roll: 'forward',
    starts: 'offered',
    ...cited(
      'A',
      'Bộ luật Tố tụng hình sự 2015 Điều 147(2): Viện trưởng Viện kiểm sát gia hạn một lần',
      'Criminal Procedure Code 2015 art. 147(2): extended once by the head of the procuracy',
    ),
  },
]);

const result = {
  prosecuted: { title: words('Khởi tố', 'Prosecution opened'), form: [letterField] },
  'not-prosecuted': { title: words('Không khởi tố', 'No prosecution'), form: [letterField] },
  suspended: { title: words('Tạm đình chỉ', 'Suspended'), form: [letterField] },
} as const;

export const criminalReportSteps: readonly Step[] = [
  duty({
    id: 'pass-crime-report',
    title: words('Chuyển tố giác, tin báo về tội phạm', 'Pass on the report of a crime'),
    instructions: words(
      'Chuyển ngay cho cơ quan điều tra; khẩn cấp thì gọi trước, văn bản sau. Chỉ chuyển nội dung tố giác, không chuyển thông tin hỗ trợ.',
      'Pass it to the investigation body at once; if urgent, phone first and write after. Pass on the report only, no support information.',
    ),
    phase: 'receipt',
    track: 'criminal-report',
    role: 'commune-committee',
    place: 'reception',
    opens: all(after('register-report:registered'), is('reportsCrime', true)),
    serviceLevel: 'SL.IMMEDIATE',
    ladder: 'immediate',
    outcomes: { passed: { title: words('Đã chuyển', 'Passed on'), form: [letterField] } },
    needs: { facts: ['reportsCrime'], person: ['fullName', 'story'] },
    ...cited('A', 'Bộ luật Tố tụng hình sự 2015 Điều 146(4)', 'Criminal Procedure Code 2015 art. 146(4)'),
  }),
  duty({
    id: 'tell-procuracy',
    title: words('Thông báo Viện kiểm sát về việc tiếp nhận', 'Tell the procuracy of the receipt'),
    instructions: words(
      'Thông báo bằng văn bản cho Viện kiểm sát cùng cấp. Ghi số văn bản vào đây.',
      'Notify the procuracy of the same level in writing. Enter the number of the letter here.',
    ),
    phase: 'receipt',
    track: 'criminal-report',
    role: 'investigation-body',
    place: 'reception',
    opens: after('pass-crime-report:passed'),
    limits: ['CR.PROC'],
    outcomes: { told: { title: words('Đã thông báo', 'Told'), form: [letterField] } },
    needs: { facts: ['reportsCrime'], person: [] },
    ...cited('A', 'Bộ luật Tố tụng hình sự 2015 Điều 146(5)', 'Criminal Procedure Code 2015 art. 146(5)'),
  }),
  duty({
    id: 'resolve-crime-report',
    title: words('Giải quyết tố giác, tin báo', 'Resolve the report of a crime'),
    instructions: words(
      'Kiểm tra, xác minh và ra một trong các quyết định; báo kết quả cho người tố giác. Việc này chạy song song, không chờ kết quả xác định nạn nhân.',
      'Check, and take one of the decisions; tell the reporter. It runs in parallel and does not wait for the identification.',
    ),
    phase: 'receipt',
    track: 'criminal-report',
    role: 'investigation-body',
    place: 'reception',
    opens: after('pass-crime-report:passed'),
    limits: ['CR.RESOLVE'],
    extension: {
      limits: ['CR.RESOLVE_X'],
      times: 1,
      decidedBy: ['investigation-body'],
      grounds: {
        complex: words('Nhiều tình tiết phức tạp', 'Many complex circumstances'),
        'many-places': words('Phải xác minh tại nhiều địa điểm', 'Must be checked in many places'),
      },
    },
    outcomes: {
      ...result,
      'extended-by-procuracy': {
        title: words('Viện kiểm sát gia hạn', 'Extended by the procuracy'),
        form: [letterField],
      },
    },
    needs: {
      facts: ['reportsCrime', 'isMinor', 'needsInterpreter'],
      person: ['fullName', 'safeContact', 'language'],
    },
    ...cited('A', 'Bộ luật Tố tụng hình sự 2015 Điều 147', 'Criminal Procedure Code 2015 art. 147'),
  }),
  duty({
    id: 'ask-procuracy-extension',
    title: words('Đề nghị Viện kiểm sát gia hạn', 'Ask the procuracy for more time'),
    instructions: words(
      'Nếu chưa thể kết thúc kiểm tra, xác minh trong thời hạn đã kéo dài, gửi văn bản đề nghị Viện kiểm sát cùng cấp gia hạn. Nếu giải quyết kịp thì chọn “Không cần gia hạn”.',
      'If the check cannot be finished within the extended time, ask the procuracy of the same level for more in writing. If it can, answer “No more time needed”.',
    ),
    phase: 'receipt',
    track: 'criminal-report',
    role: 'investigation-body',
    place: 'reception',
    opens: extended('resolve-crime-report'),
    limits: ['CR.ASKEXT'],
    outcomes: {
      asked: { title: words('Đã gửi văn bản đề nghị', 'Asked in writing'), form: [letterField] },
      'not-needed': { title: words('Không cần gia hạn', 'No more time needed'), form: [noteField] },
    },
    needs: { facts: ['reportsCrime'], person: [] },
    ...cited('A', 'Bộ luật Tố tụng hình sự 2015 Điều 147(2)', 'Criminal Procedure Code 2015 art. 147(2)'),
  }),
  duty({
    id: 'resolve-crime-report-extended',
    title: words(
      'Giải quyết tố giác trong thời gian gia hạn',
      'Resolve the report within the further extension',
    ),
    instructions: words(
      'Hoàn tất kiểm tra, xác minh và ra quyết định; không còn gia hạn nào khác. Báo kết quả cho người tố giác.',
      'Finish and decide; no other extension exists. Tell the reporter of the result.',
    ),
    phase: 'receipt',
    track: 'criminal-report',
    role: 'investigation-body',
    place: 'reception',
    opens: after('resolve-crime-report:extended-by-procuracy'),
    limits: ['CR.RESOLVE_X2'],
    outcomes: {
      ...result,
      dropped: { title: words('Chấm dứt việc xem xét', 'No longer considered'), form: [noteField] },
    },
    needs: {
      facts: ['reportsCrime', 'isMinor', 'needsInterpreter'],
      person: ['fullName', 'safeContact', 'language'],
    },
    ...cited('A', 'Bộ luật Tố tụng hình sự 2015 Điều 147(2)', 'Criminal Procedure Code 2015 art. 147(2)'),
  }),
];
