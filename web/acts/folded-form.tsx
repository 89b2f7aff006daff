import { useState, type ReactNode } from 'react';
import { isKept } from './kept-entries.js';

interface Props {
  readonly title: string;
  /** The name under which the form keeps what is typed. */
  readonly name: string;
  readonly children: ReactNode;
}

/** A form that is made when it is first opened, and stays; one that was begun before is open. */
export function FoldedForm({ title, name, children }: Props): ReactNode {
  const [wasBegun] = useState(() => isKept(name));
  const [opened, setOpened] = useState(wasBegun);
  return (
    <details
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
