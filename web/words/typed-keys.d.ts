import 'i18next';
import type vi from '../../messages/web.vi.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'web';
    resources: { web: typeof vi };
    keySeparator: false;
    nsSeparator: false;
  }
}
