import { exclusionQuestionOf, exclusionsOf } from '../../web/register/exclusions.js';

const answers = { 'exclusion:0': 'first', 'exclusion:2': 'third', exclusionGround: 'person-asked' };

describe('agencies that must not know of a case', () => {
  it('are sent each with the one ground, also where one between them was taken out again', () => {
    expect(exclusionsOf(answers)).toEqual([
      { agencyId: 'first', ground: { code: 'person-asked' } },
      { agencyId: 'third', ground: { code: 'person-asked' } },
    ]);
  });

  it('are none where nobody was named', () => {
    expect(exclusionsOf({ channel: 'self-report' })).toEqual([]);
  });

  it('are found again where the answer speaks of one', () => {
    const entered = { 'exclusion:0': 'first', 'exclusion:0~title': 'First', 'exclusion:2': 'third' };
    expect(exclusionQuestionOf('exclusions/1/agencyId', entered)).toBe('exclusion:2');
    expect(exclusionQuestionOf('exclusions/0/ground/code', entered)).toBe('exclusionGround');
    expect(exclusionQuestionOf('receivedPlace', entered)).toBeUndefined();
  });
});
