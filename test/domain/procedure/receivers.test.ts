import { procedures } from '../../../domain/procedure/catalogue.js';
import { refOf } from '../../../domain/procedure/procedure.js';
import { Story } from './story.js';

const refs = procedures.map(refOf);
const reportedTo = (ref: (typeof refs)[number], receiver: string): Story =>
  new Story(ref, [{ fact: 'receivedBy', value: receiver }]);

describe.each(refs)('%s: whoever received the report brings the person to the commune', (ref) => {
  test.each([
    ['police', 'bring-from-police', 'commune-police'],
    ['border-guard', 'bring-from-border', 'border-post'],
    ['coast-guard', 'bring-from-coast-guard', 'coast-guard'],
    // Stands in no directory: the commune sees to it.
    ['other', 'bring-from-other', 'commune-committee'],
  ])('%s: %s, a duty of the role %s, and only then the report is written down', (receiver, step, role) => {
    const story = reportedTo(ref, receiver);
    expect(story.open).toEqual([step]);
    expect(story.case.taskOf(step).role).toBe(role);
    story.case.complete(step, 'handed-over');
    expect(story.open).toEqual(['register-report']);
  });

  test.each([['other'], ['coast-guard']])('%s: nobody who does not come is forgotten', (receiver) => {
    const story = reportedTo(ref, receiver).days(6);
    const [step = ''] = story.open;
    expect(story.case.taskOf(step).reached).toContain('escalation-2');
  });

  test('the commune itself writes down at once', () => {
    expect(reportedTo(ref, 'commune').open).toEqual(['register-report']);
    expect(new Story(ref).open).toEqual(['register-report']);
  });
});
