import { createContext, useContext, useId, type ReactNode } from 'react';

const Mark = createContext('');

/** Several forms of a page ask the same questions: the labels and problems of each lead to its own inputs. */
export function OwnIds({ children }: { readonly children: ReactNode }): ReactNode {
  return <Mark value={useId()}>{children}</Mark>;
}

/** The id of the input of this name in the form around. */
export function useInputId(): (name: string) => string {
  const mark = useContext(Mark);
  return (name) => mark + name;
}
