import type { ReactNode } from 'react';
export const OverduePage = (): ReactNode => <h1>OverduePage</h1>;
