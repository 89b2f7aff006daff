import { useState, type ReactNode } from 'react';
import { isKept } from './kept-entries.js';

interface Props {
  readonly title: string;
  /** The name under which the form keeps what is typed. */
  readonly name: string;
  /** The act: an address that ends with it finds the form open. */
  readonly act?: string;
  readonly children: ReactNode;
}

/** A form that is made when it is first opened, and stays; one that was begun before, or that the address asks for, is open. */
export function FoldedForm({ title, name, act, children }: Props): ReactNode {
  const [wasBegun] = useState(
    () => isKept(name) || (act !== undefined && window.location.hash === `#${act}`),
  );
  const [opened, setOpened] = useState(wasBegun);
  return (
    <details
      id={act}
      className="other-act"
      open={wasBegun}
      onToggle={() => {
        setOpened(true);
      }}
    >
      <summary>{title}</summary>
      {opened && children}
    </details>
  );
}
