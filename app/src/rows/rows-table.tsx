import type { Answers } from '../../../src/server/answer-types.ts'

type Behind = Answers['evidence']['behind'][number]
type Cell = Behind['rows'][number][number]

/** Shows rows of the record. A constant column is stated once above the table; a blank is a dash. */
export function RowsTable({ behind: { columns, rows, total }, caption }: { readonly behind: Behind; readonly caption: string }) {
  const alike = columns.map((_, i) => rows.length > 1 && rows.every((row) => row[i] === rows[0]![i]))
  const kept = columns.flatMap((_, i) => (alike[i] ? [] : [i]))
  const common = columns.flatMap((name, i) => (alike[i] && rows[0]![i] !== null ? [`${name} ${rows[0]![i]}`] : []))
  return (
    <>
      {common.length > 0 && <p class="soft small">In every row shown: {common.join(', ')}.</p>}
      {kept.length > 0 && rows.length > 0 && (
        <section class="scroll rows" tabIndex={0} aria-label={caption}>
          <table>
            <thead>
              <tr>
                {kept.map((i) => (
                  <th key={columns[i]} scope="col" class={isNumeric(rows, i) ? 'number' : undefined}>
                    {columns[i]!.replaceAll('_', ' ')}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                <tr key={at}>
                  {kept.map((i) => (
                    <td key={columns[i]} class={cellClass(rows, i)}>
                      <CellText cell={row[i]!} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {total > rows.length && (
        <p class="soft small">
          The first {rows.length} of {total.toLocaleString('en-US')} rows; the CSV has more.
        </p>
      )}
    </>
  )
}

function isNumeric(rows: Behind['rows'], column: number): boolean {
  return rows.some((row) => typeof row[column] === 'number')
}

/** Returns the style of a column: numbers are right-aligned, and short texts such as dates and codes do not wrap. */
function cellClass(rows: Behind['rows'], column: number): string | undefined {
  if (isNumeric(rows, column)) return 'number'
  return rows.every((row) => String(row[column] ?? '').length <= 14) ? 'short' : undefined
}

/** Shows a cell. Numbers are as in the record, without thousands separators, so that years read as years and amounts can be copied. */
function CellText({ cell }: { readonly cell: Cell }) {
  if (cell === null)
    return (
      <span class="soft" title="blank in the source">
        –
      </span>
    )
  return <>{String(cell)}</>
}
