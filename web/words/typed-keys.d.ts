import 'i18next';
import type admin from '../../messages/admin.vi.json';
import type ofCase from '../../messages/case.vi.json';
import type vi from '../../messages/web.vi.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'web';
    resources: { web: typeof vi & typeof admin & typeof ofCase };
    keySeparator: false;
    nsSeparator: false;
  }
}
