import type { ReactNode } from 'react';

export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** The cell that names the row: a heading of it for screen readers. */
  readonly names?: true;
}

interface Props<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}

/** A table that becomes cards on a phone; the roles keep it a table for screen readers there too. */
export function RecordTable<Row>({ caption, columns, rows, keyOf }: Props<Row>): ReactNode {
  return (
    <table className="records" role="table">
      <caption className="hidden-words">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ head }) => (
            <th key={head} scope="col" role="columnheader">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row">
            {columns.map((column) => (
              <Cell key={column.head} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }): ReactNode {
  const label = (
    <span className="cell-label" aria-hidden="true">
      {column.head}
    </span>
  );
  const content = <div className="cell">{column.cell(row)}</div>;
  if (column.names === true)
    return (
      <th scope="row" role="rowheader">
        {label}
        {content}
      </th>
    );
  return (
    <td role="cell">
      {label}
      {content}
    </td>
  );
}
