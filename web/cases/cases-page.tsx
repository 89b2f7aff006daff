import type { ReactNode } from 'react';
export const CasesPage = (): ReactNode => <h1>CasesPage</h1>;
