import { closeStepId, type Closing, type Step } from '../procedure.js';
import { after, afterSince, all, any, child, is, monthsSinceFact, not } from './condition.js';
import { followUpContacts, settledFor } from './follow-up.js';
import type { Regime } from './regime.js';
import { duty } from './step.js';
import { words } from './words.js';

const pathEnds = (why: string) => is('pathEnd', why);

/**
 * No text says when such a case is closed; this set is derived (confidence C). Mandatory duties that are still open
 * hold every one of them up.
 */
export const commonClosings: Readonly<Record<string, Closing>> = {
  'returned-and-followed-up': {
    title: words('Đã trở về, ổn định cuộc sống', 'Home and followed up'),
    when: all(
      is('returnPlan', ['arrived', 'settled']),
      is('victimStatus', ['confirmed', 'not-verified']),
      any(
        after('follow-up:settled'),
        after('follow-up:declined-by-person'),
        all(after('follow-up'), settledFor(followUpContacts)),
      ),
      not(is('contactLost', true)),
    ),
  },
  'in-social-protection': {
    title: words('Đã chuyển chế độ bảo trợ xã hội', 'Passed to the social-protection regime'),
    when: is('returnPlan', 'care'),
  },
  'not-confirmed-discharged': {
    title: words(
      'Không đủ căn cứ xác định, đã kết thúc hỗ trợ',
      'Not enough grounds to confirm; support ended',
    ),
    when: all(
      is('victimStatus', 'not-confirmed'),
      afterSince('tell-negative-result:told', 'police-verification'),
    ),
  },
  withdrawn: {
    title: words('Người được tiếp nhận không tiếp tục', 'The person withdrew'),
    when: pathEnds('withdrawn'),
  },
  'lost-contact': {
    title: words('Mất liên lạc quá 01 tháng', 'No contact for more than 1 month'),
    when: all(pathEnds('lost-contact'), after('trace-person:not-found'), monthsSinceFact(1, 'lastContactOn')),
  },
  died: { title: words('Đã chết', 'The person died'), when: pathEnds('died') },
  'child-protection-closed': {
    title: words(
      'Kết thúc theo quyết định bảo vệ trẻ em của cấp xã',
      'Closed by the commune’s child-protection decision',
    ),
    when: all(child, is('childStage', 'closed'), is('returnPlan', ['arrived', 'settled'])),
  },
};

/** The engine opens it as soon as one of the closings holds and no mandatory duty is open. */
export const closeStep = ({ coordinator, cites }: Regime): Step =>
  duty({
    id: closeStepId,
    title: words('Kết thúc trường hợp', 'Close the case'),
    instructions: words(
      'Kiểm tra mọi nhiệm vụ bắt buộc đã xong và chọn lý do kết thúc. Nhiệm vụ không bắt buộc còn mở sẽ được thu hồi.',
      'Check that every mandatory duty is done and choose how the case ends. Optional tasks that are still open are recalled.',
    ),
    phase: 'follow-up',
    track: 'main',
    role: coordinator,
    place: 'coordinating',
    opens: { all: [] },
    serviceLevel: 'SL.CLOSE',
    outcomes: {},
    needs: { facts: ['victimStatus', 'returnPlan', 'pathEnd'], person: [] },
    ...cites.closing,
  });
