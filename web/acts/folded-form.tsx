import { useState, type ReactNode } from 'react';

/** A form that is made when it is first opened, and stays: closing it loses nothing. */
export function FoldedForm({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}): ReactNode {
  const [opened, setOpened] = useState(false);
  return (
    <details
      className="other-act"
      onToggle={() => {
        setOpened(true);
      }}
    >
      <summary>{title}</summary>
      {opened && children}
    </details>
  );
}
