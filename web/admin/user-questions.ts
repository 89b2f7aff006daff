import type { TFunction } from 'i18next';
import type { AdminUser, ChangeUser } from '../../api/contract/admin-user.js';
import type { AccountRole } from '../../domain/access/viewer.js';
import type { Answers, Entered, Question } from '../forms/question.js';
import { titleName } from '../forms/search-picker.js';

export const roleKeys = {
  coordinator: 'role.coordinator',
  supervisor: 'role.supervisor',
  officer: 'role.officer',
  lead: 'role.lead',
  administrator: 'role.administrator',
  auditor: 'role.auditor',
} as const satisfies Record<AccountRole, string>;

const allRoles = Object.keys(roleKeys) as readonly AccountRole[];

/** What can be changed of every account. */
export const userQuestions = (t: TFunction): readonly Question[] => [
  { id: 'title', title: t('users.post'), type: 'line', required: true, help: t('users.post-help') },
  {
    id: 'roles',
    title: t('users.roles'),
    type: 'choices',
    required: true,
    options: allRoles.map((id) => ({ id, title: t(roleKeys[id]) })),
  },
  { id: 'agencyId', title: t('users.agency'), type: 'agency', required: false, help: t('users.agency-help') },
];

export const newUserQuestions = (t: TFunction): readonly Question[] => [
  { id: 'username', title: t('sign-in.username'), type: 'line', required: true, help: t('users.name-help') },
  ...userQuestions(t),
  {
    id: 'language',
    title: t('users.language'),
    type: 'choice',
    required: true,
    options: [
      { id: 'vi', title: 'Tiếng Việt' },
      { id: 'en', title: 'English' },
    ],
  },
];

/** An account as it is typed into the form. */
export const enteredUser = ({ title, roles, agency }: AdminUser): Record<string, Entered[string]> => ({
  title,
  roles,
  ...(agency?.id === null || agency === null
    ? {}
    : { agencyId: agency.id, [titleName('agencyId')]: agency.name }),
});

export const rolesIn = (answers: Answers): AccountRole[] => {
  const ticked = answers['roles'];
  return allRoles.filter((role) => Array.isArray(ticked) && ticked.includes(role));
};

/** What differs from the account as it is. */
export function userChanges(user: AdminUser, answers: Answers): ChangeUser {
  const { title, agencyId = null } = answers;
  const roles = rolesIn(answers);
  return {
    ...(typeof title === 'string' && title !== user.title ? { title } : {}),
    ...(roles.join() === allRoles.filter((role) => user.roles.includes(role)).join() ? {} : { roles }),
    ...(agencyId === (user.agency?.id ?? null) || (agencyId !== null && typeof agencyId !== 'string')
      ? {}
      : { agencyId }),
  };
}
