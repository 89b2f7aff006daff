import type { Cite } from '../vn-both/regime.js';
import { cited, type Cited } from '../vn-both/words.js';

const personBeingIdentified = cited(
  'A',
  'Luật 53/2024 Điều 37(1): quyền của người đang trong quá trình xác định là nạn nhân',
  'Law 53/2024 art. 37(1): rights of a person being identified',
);

export const cites = {
  report: cited(
    'A',
    'Luật 53/2024 Điều 27(1) (sửa đổi bởi Luật 86/2025)',
    'Law 53/2024 art. 27(1) (as amended by Law 86/2025)',
  ),
  rights: cited(
    'B',
    'Luật 53/2024 Chương IV: quyền được thông báo (chưa đối chiếu nguyên văn)',
    'Law 53/2024 ch. IV: right to be informed (not yet checked against the text)',
  ),
  essentials: cited('A', 'Luật 53/2024 Điều 27(1), 37(1)(a)', 'Law 53/2024 arts 27(1), 37(1)(a)'),
  notify: cited('A', 'Luật 53/2024 Điều 27(1): “ngay”', 'Law 53/2024 art. 27(1): “at once”'),
  needs: personBeingIdentified,
  interpreter: cited(
    'A',
    'Luật 53/2024 Điều 37(1)(c): phiên dịch',
    'Law 53/2024 art. 37(1)(c): interpretation',
  ),
  refusal: cited(
    'C',
    'Chưa có quy định đã đọc; theo ý nguyện của người được tiếp nhận',
    'No rule read; by the will of the person',
  ),
  negative: cited(
    'C',
    'Luật 53/2024 Điều 27(3)-(6): chưa đối chiếu nguyên văn; theo mẫu quy trình 2014',
    'Law 53/2024 art. 27(3)-(6): not yet checked against the text; after the rules of 2014',
  ),
  protection: cited(
    'C',
    'Luật 53/2024 Điều 34-36; biện pháp và thẩm quyền theo Nghị định 62/2012, chờ xác nhận',
    'Law 53/2024 arts 34-36; measures and powers after Decree 62/2012, to be confirmed',
  ),
  closedTrial: cited(
    'B',
    'Luật 53/2024: xét xử kín theo đề nghị của nạn nhân hoặc người đại diện',
    'Law 53/2024: closed trial at the request of the victim or representative',
  ),
  facility: cited(
    'A',
    'Nghị định 20/2021 Điều 27-28: tiếp nhận khẩn cấp',
    'Decree 20/2021 arts 27-28: emergency admission',
  ),
  stay: cited(
    'B',
    'Nghị định 162/2025 Điều 17: không quá 120 ngày',
    'Decree 162/2025 art. 17: at most 120 days',
  ),
  leaving: cited('A', 'Nghị định 20/2021 Điều 30', 'Decree 20/2021 art. 30'),
  psychological: cited('A', 'Luật 53/2024 Điều 37(1)(g)', 'Law 53/2024 art. 37(1)(g)'),
  medical: cited('A', 'Luật 53/2024 Điều 37(1)(b)', 'Law 53/2024 art. 37(1)(b)'),
  supportPlan: cited(
    'C',
    'Nghị định 162/2025: chưa đối chiếu nguyên văn; theo Thông tư 35/2013 Điều 20(3)',
    'Decree 162/2025: not yet checked against the text; after Circular 35/2013 art. 20(3)',
  ),
  returnHome: cited(
    'A',
    'Luật 53/2024 Điều 37(1)(e): chi phí đi lại',
    'Law 53/2024 art. 37(1)(e): travel costs',
  ),
  minorReturn: cited(
    'C',
    'Luật 53/2024 Điều 30(1) (tương tự); theo Nghị định 09/2013 Điều 19, 21, chờ xác nhận',
    'Law 53/2024 art. 30(1) by analogy; after Decree 09/2013 arts 19, 21, to be confirmed',
  ),
  childNotice: cited(
    'C',
    'Theo Thông tư 35/2013 Điều 11(3)(c), chờ xác nhận',
    'After Circular 35/2013 art. 11(3)(c), to be confirmed',
  ),
  followUp: cited(
    'C',
    'Thực tiễn phối hợp; luật chưa quy định số lần, thời hạn',
    'Practice; the law sets neither number nor time',
  ),
  closing: cited(
    'C',
    'Không văn bản nào quy định khi nào kết thúc; điều kiện suy ra',
    'No text says when a case is closed; derived',
  ),
} satisfies Record<Cite, Cited>;
