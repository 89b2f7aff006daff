import type { AdminUser } from '../../api/contract/admin-user.js';
import { userChanges } from '../../web/admin/user-questions.js';

const agency = { id: 'a7f0abd7-47b2-8825-abdb-90aa50e791b2', name: 'Sở Y tế Hà Nội' };
const user: AdminUser = {
  id: 'f00ed379-7d1e-84f3-aeba-c48c5da699fc',
  username: 'supervisor',
  title: 'Lãnh đạo',
  roles: ['supervisor', 'coordinator'],
  agency,
  language: 'vi',
  passphraseTemporary: false,
  createdAt: '2026-11-24T01:00:00.000Z',
};
const same = { title: 'Lãnh đạo', roles: ['coordinator', 'supervisor'], agencyId: agency.id };

describe('a changed account', () => {
  it('sends nothing that is as it was, in whatever order roles are ticked', () => {
    expect(userChanges(user, same)).toEqual({});
  });

  it('sends the roles that are left, and an agency that was taken away', () => {
    const { agencyId: _taken, ...rest } = same;
    expect(userChanges(user, { ...rest, roles: ['supervisor'] })).toEqual({
      roles: ['supervisor'],
      agencyId: null,
    });
  });
});
