import type { ReactNode } from 'react';
export const HistoryPage = (): ReactNode => <h1>HistoryPage</h1>;
