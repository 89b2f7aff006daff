import type { GroundedCommand, Words } from '../procedure.js';
import { words } from './words.js';

/** Reasons that commands must give, and those that the engine gives by itself. */
export const commonGrounds = {
  // correct-outcome, record-fact
  'entered-in-error': words('Nhập sai', 'Entered in error'),
  'new-evidence': words('Có chứng cứ, thông tin mới', 'New evidence or information'),
  'age-established': words('Đã xác định được tuổi', 'The age was established'),
  'person-told-us': words('Người được tiếp nhận cho biết', 'The person told us'),
  'agency-told-us': words('Cơ quan liên quan cho biết', 'An agency told us'),
  // reassign-task, recall-task
  misdirected: words('Giao nhầm cơ quan', 'Sent to the wrong agency'),
  'area-changed': words('Thay đổi địa bàn, nơi ở', 'The area or residence changed'),
  'agency-overloaded': words('Cơ quan quá tải', 'The agency is overloaded'),
  'not-needed': words('Không còn cần thiết', 'No longer needed'),
  'arbiter-decided': words('Cơ quan cấp trên chung quyết định', 'Decided by the common superior'),
  // exclude
  'conflict-of-interest': words('Có xung đột lợi ích', 'Conflict of interest'),
  'suspected-involvement': words('Nghi có liên quan đến vụ việc', 'Suspected of involvement'),
  'related-to-person': words('Có quan hệ thân thích', 'Related to the person'),
  'person-asked': words('Theo đề nghị của người được tiếp nhận', 'The person asked for it'),
  // lift-exclusion
  'exclusion-unfounded': words('Đã xác minh, không có căn cứ loại trừ', 'Looked into: no reason to exclude'),
  'exclusion-past': words('Lý do loại trừ không còn', 'The reason for the exclusion is past'),
  // close-case, reopen-case, unpark-case
  'path-complete': words('Đã hoàn thành quy trình', 'The path is complete'),
  'person-withdrew': words('Người được tiếp nhận không tiếp tục', 'The person withdrew'),
  'came-back': words('Người được tiếp nhận trở lại', 'The person came back'),
  'further-harm': words('Có nguy cơ hoặc tổn hại mới', 'New danger or harm'),
  'fault-repaired': words('Đã khắc phục lỗi', 'The fault was repaired'),
  // by the engine
  'condition-lapsed': words('Điều kiện không còn', 'Its condition no longer holds'),
  'directory-changed': words('Danh bạ cơ quan thay đổi', 'The directory of agencies changed'),
  'agency-excluded': words('Cơ quan bị loại trừ khỏi trường hợp', 'The agency was excluded from the case'),
  'exclusion-lifted': words('Đã bỏ loại trừ một cơ quan', 'The exclusion of an agency was lifted'),
  'case-closed': words('Trường hợp đã kết thúc', 'The case was closed'),
} satisfies Readonly<Record<string, Words>>;

/** Which reasons a command may give. */
export const commonGroundsFor = {
  'correct-outcome': [
    'entered-in-error',
    'new-evidence',
    'age-established',
    'person-told-us',
    'agency-told-us',
  ],
  'record-fact': ['person-told-us', 'agency-told-us', 'new-evidence', 'age-established', 'entered-in-error'],
  'reassign-task': [
    'misdirected',
    'area-changed',
    'agency-overloaded',
    'directory-changed',
    'arbiter-decided',
  ],
  'recall-task': ['not-needed', 'misdirected', 'area-changed', 'entered-in-error', 'arbiter-decided'],
  exclude: ['conflict-of-interest', 'suspected-involvement', 'related-to-person', 'person-asked'],
  'lift-exclusion': ['entered-in-error', 'exclusion-unfounded', 'exclusion-past', 'person-asked'],
  'close-case': ['path-complete', 'person-withdrew', 'person-asked', 'agency-told-us', 'arbiter-decided'],
  'reopen-case': ['came-back', 'further-harm', 'new-evidence', 'entered-in-error', 'arbiter-decided'],
  'unpark-case': ['fault-repaired', 'entered-in-error', 'directory-changed'],
} satisfies Readonly<Record<GroundedCommand, readonly (keyof typeof commonGrounds)[]>>;
