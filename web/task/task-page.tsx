import type { ReactNode } from 'react';
export const TaskPage = (): ReactNode => <h1>TaskPage</h1>;
