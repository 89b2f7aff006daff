import type { ReactNode } from 'react';
export const RehearsalPage = (): ReactNode => <h1>RehearsalPage</h1>;
