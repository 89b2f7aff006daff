import type { ReactNode } from 'react';
export const CasePage = (): ReactNode => <h1>CasePage</h1>;
