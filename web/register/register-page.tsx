import type { ReactNode } from 'react';
export const RegisterPage = (): ReactNode => <h1>RegisterPage</h1>;
