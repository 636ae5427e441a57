import type { FigureData } from './figure-files.ts'

const shown = 500

/** Shows the first rows of the data of a chart as a table; unknown cells say so. */
export function DataTable({ data: { columns, rows }, caption }: { readonly data: FigureData; readonly caption: string }) {
  const numeric = columns.map((_, i) => rows.some((row) => typeof row[i] === 'number'))
  return (
    <section class="scroll" tabIndex={0} aria-label={caption}>
      <table>
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ name, title, unit }, i) => (
              <th key={name} scope="col" class={numeric[i] ? 'number' : undefined}>
                {title}
                {unit !== undefined && <span class="soft"> ({unit})</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row, at) => (
            <tr key={at}>
              {row.map((cell, i) => (
                <td key={columns[i]!.name} class={numeric[i] ? 'number' : undefined}>
                  {cell === null ? <span class="unknown-value">unknown</span> : cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown && (
        <p class="soft small">
          The first {shown} of {rows.length} rows; the CSV has all.
        </p>
      )}
    </section>
  )
}
