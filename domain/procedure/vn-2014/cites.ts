import type { Cite } from '../vn-both/regime.js';
import { cited, type Cited } from '../vn-both/words.js';

export const cites = {
  report: cited(
    'A',
    'Luật 66/2011 Điều 24(1); TTLT 01/2014 Điều 6, Phụ lục 2',
    'Law 66/2011 art. 24(1); Joint Circular 01/2014 art. 6, Annex 2',
  ),
  rights: cited('C', 'Luật 66/2011 (điều khoản chưa đối chiếu)', 'Law 66/2011 (article not checked)'),
  essentials: cited(
    'A',
    'Luật 66/2011 Điều 24(1); Nghị định 09/2013 Điều 19',
    'Law 66/2011 art. 24(1); Decree 09/2013 art. 19',
  ),
  notify: cited('A', 'Luật 66/2011 Điều 24(1): “ngay”', 'Law 66/2011 art. 24(1): “at once”'),
  needs: cited('A', 'Thông tư 35/2013 Điều 12-13', 'Circular 35/2013 arts 12-13'),
  interpreter: cited(
    'C',
    'TTLT 01/2014: phiên dịch khi xác minh; với người trong nước là suy ra',
    'Joint Circular 01/2014: interpreter in verification; for this channel by inference',
  ),
  refusal: cited(
    'C',
    'Không có quy định riêng; theo ý nguyện của người được tiếp nhận',
    'No specific rule; by the will of the person',
  ),
  negative: cited('A', 'TTLT 01/2014 Điều 7(3)', 'Joint Circular 01/2014 art. 7(3)'),
  protection: cited(
    'A',
    'Luật 66/2011 Điều 29-31; Nghị định 62/2012 Điều 7-11',
    'Law 66/2011 arts 29-31; Decree 62/2012 arts 7-11',
  ),
  closedTrial: cited('A', 'Nghị định 62/2012 Điều 7, 8(2)', 'Decree 62/2012 arts 7, 8(2)'),
  facility: cited(
    'A',
    'Nghị định 09/2013 Điều 19(3); Nghị định 20/2021 Điều 27-28',
    'Decree 09/2013 art. 19(3); Decree 20/2021 arts 27-28',
  ),
  stay: cited(
    'A',
    'Nghị định 09/2013 Điều 19(2); Thông tư 35/2013 Điều 14; Nghị định 20/2021 Điều 24(4)',
    'Decree 09/2013 art. 19(2); Circular 35/2013 art. 14; Decree 20/2021 art. 24(4)',
  ),
  leaving: cited('A', 'Nghị định 20/2021 Điều 30', 'Decree 20/2021 art. 30'),
  psychological: cited(
    'A',
    'Luật 66/2011 Điều 32; Nghị định 09/2013 Điều 21',
    'Law 66/2011 art. 32; Decree 09/2013 art. 21',
  ),
  medical: cited(
    'A',
    'Luật 66/2011 Điều 32; Nghị định 09/2013 Điều 20',
    'Law 66/2011 art. 32; Decree 09/2013 art. 20',
  ),
  supportPlan: cited('A', 'Thông tư 35/2013 Điều 15, 20(3)', 'Circular 35/2013 arts 15, 20(3)'),
  returnHome: cited(
    'A',
    'Luật 66/2011 Điều 33; Thông tư 35/2013 Điều 13(2)',
    'Law 66/2011 art. 33; Circular 35/2013 art. 13(2)',
  ),
  minorReturn: cited(
    'A',
    'Nghị định 09/2013 Điều 19(2)(c), 19(3)(b), 21(3)',
    'Decree 09/2013 arts 19(2)(c), 19(3)(b), 21(3)',
  ),
  childNotice: cited('A', 'Thông tư 35/2013 Điều 11(3)(c)', 'Circular 35/2013 art. 11(3)(c)'),
  followUp: cited(
    'C',
    'Thông tư 35/2013 Điều 15 (theo dõi); số lần, thời hạn là mốc nội bộ',
    'Circular 35/2013 art. 15 (monitoring); number and time are ours',
  ),
  closing: cited(
    'C',
    'Không văn bản nào quy định khi nào kết thúc; điều kiện suy ra',
    'No text says when a case is closed; derived',
  ),
} satisfies Record<Cite, Cited>;
