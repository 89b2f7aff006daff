import { becauseOf, clauseOf } from '../../api/read/because.js';
import { procedureOf } from '../../domain/procedure/catalogue.js';
import type { Condition } from '../../domain/procedure/procedure.js';

const procedure = procedureOf('vn-2025@1');
const because = (...unmet: readonly Condition[]): string =>
  becauseOf(unmet, { procedure, language: 'vi', opening: 'because.opens' });

describe('why a step is not open yet is said as an official would', () => {
  it.each<[Condition, string]>([
    [{ fact: 'wantsShelter', is: true }, 'Mở khi muốn ở cơ sở hỗ trợ.'],
    [{ fact: 'isMinor', is: false }, 'Mở khi không phải trường hợp dưới 18 tuổi.'],
    [
      { fact: 'returnPlan', is: ['arrived', 'settled'] },
      'Mở khi kế hoạch trở về: “Đã về đến nơi” hoặc “Ổn định tại nơi ở khác”.',
    ],
    [{ fact: 'pathEnd', is: 'died' }, 'Mở khi lý do dừng hồ sơ: “Đã chết”.'],
    [
      { not: { fact: 'victimStatus', is: ['confirmed', 'not-confirmed'] } },
      'Mở khi tình trạng xác định nạn nhân không còn là “Là nạn nhân” hoặc “Không đủ căn cứ xác định”.',
    ],
    [{ after: 'request-verification' }, 'Mở khi đã xong bước “Đề nghị Công an xác minh”.'],
    [{ not: { fact: 'inShelter', is: true } }, 'Mở khi không còn trường hợp đang ở cơ sở.'],
    [
      { elapsed: { amount: 1, unit: 'month' }, since: { fact: 'lastContactOn' } },
      'Mở khi đã qua 1 tháng kể từ ngày liên lạc cuối cùng.',
    ],
    [
      { extended: 'resolve-crime-report' },
      'Mở khi thời hạn của bước “Giải quyết tố giác, tin báo” được kéo dài.',
    ],
    [{ channel: 'hotline' }, 'Mở khi tiếp nhận qua kênh: Qua Tổng đài 111.'],
    [
      {
        any: [
          { fact: 'isMinor', is: true },
          { fact: 'ageUncertain', is: true },
        ],
      },
      'Mở khi dưới 18 tuổi hoặc chưa rõ tuổi, có thể dưới 18.',
    ],
  ])('%j', (condition, sentence) => {
    expect(because(condition)).toBe(sentence);
  });

  it('says each thing once', () => {
    const wants: Condition = { fact: 'wantsShelter', is: true };
    expect(because(wants, wants, { fact: 'facilityChosen', is: true })).toBe(
      'Mở khi muốn ở cơ sở hỗ trợ và đã chọn cơ sở tiếp nhận.',
    );
  });

  it('as a list where it takes more than one thing, a list in it where one of several is enough', () => {
    const lists = (language: 'vi' | 'en', ...unmet: readonly Condition[]) =>
      clauseOf(unmet, { procedure, language, opening: 'because.opens' });
    const young: Condition = {
      any: [
        { fact: 'isMinor', is: true },
        { fact: 'ageUncertain', is: true },
      ],
    };
    const wants: Condition = { fact: 'wantsShelter', is: true };
    expect(lists('vi', wants, { all: [wants] })).toBeUndefined();
    expect(lists('vi', { all: [wants, young] }, wants)).toEqual({
      text: 'Mở khi có đủ cả hai điều sau:',
      parts: [
        { text: 'muốn ở cơ sở hỗ trợ' },
        {
          text: 'có một trong hai điều sau:',
          parts: [{ text: 'dưới 18 tuổi' }, { text: 'chưa rõ tuổi, có thể dưới 18' }],
        },
      ],
    });
    expect(lists('vi', young)?.text).toBe('Mở khi có một trong hai điều sau:');
    const shelter: Condition = { fact: 'facilityChosen', is: true };
    expect(lists('en', wants, shelter, { after: 'receive-case' })?.text).toBe(
      'Opens when all 3 of these hold:',
    );
  });

  it.each<[Condition, string]>([
    [
      { fact: 'receivedBy', is: 'police' },
      'Opens when the record says body that received the report: “Police”.',
    ],
    [
      { not: { fact: 'victimStatus', is: 'confirmed' } },
      'Opens when the record no longer says status of identification: “Confirmed as a victim”.',
    ],
    [
      { elapsed: { amount: 1, unit: 'month' }, since: { fact: 'lastContactOn' } },
      'Opens when it is 1 month since the day of the last contact.',
    ],
    [{ not: { fact: 'inShelter', is: true } }, 'Opens when the record no longer says “lives in a facility”.'],
  ])('in English what the record says stands as it says it: %j', (condition, sentence) => {
    expect(becauseOf([condition], { procedure, language: 'en', opening: 'because.opens' })).toBe(sentence);
  });

  it.each([
    [1, 'Opens when it is 1 month since “Confirm the arrival” was done.'],
    [3, 'Opens when it is 3 months since “Confirm the arrival” was done.'],
  ])('counts %d in English as English does', (amount, sentence) => {
    const elapsed: Condition = { elapsed: { amount, unit: 'month' }, since: { step: 'confirm-arrival' } };
    expect(becauseOf([elapsed], { procedure, language: 'en', opening: 'because.opens' })).toBe(sentence);
  });
});
