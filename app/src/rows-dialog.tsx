import { signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { AskedPair, KnownEstimate } from './estimate.ts'

interface Shown {
  readonly estimate: KnownEstimate
  readonly pair: AskedPair
}

const shown = signal<Shown | undefined>(undefined)

/** Opens the dialog that tells where a figure comes from. */
export function showRows(estimate: KnownEstimate, pair: AskedPair): void {
  shown.value = { estimate, pair }
}

/** Where the figure that was asked for comes from: method, sources, and the rows themselves. */
export function RowsDialog() {
  const dialog = useRef<HTMLDialogElement>(null)
  const open = shown.value
  useEffect(() => {
    if (open !== undefined && dialog.current?.open === false) dialog.current.showModal()
  }, [open])
  if (open === undefined) return null
  const { estimate } = open
  return (
    <dialog ref={dialog} aria-labelledby="rows-title" onClose={() => (shown.value = undefined)}>
      <h2 id="rows-title">
        {estimate.label}, {estimate.period}
      </h2>
      <p>{estimate.method}</p>
      {estimate.note !== undefined && <p>{estimate.note}</p>}
      <ul>
        {estimate.evidence.map(({ source, vintage, rows, count }) => (
          <li key={source + rows}>
            <a href={`/data/${source}`}>{source}</a>, edition {vintage}: {count} rows, <code>{rows}</code>
          </li>
        ))}
      </ul>
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </dialog>
  )
}
