import type { ReactNode } from 'react';
export const ProceduresPage = (): ReactNode => <h1>x</h1>;
