import { signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { formatFigure } from '../../../src/server/wording.ts'
import { type RequestInput, requestUrl, useAnswer } from '../api/client.ts'
import type { KnownEstimate, PairAndDay } from '../figures/estimate.ts'
import { ProblemNote } from '../frame/problem-note.tsx'
import { urlOf } from '../route.ts'
import { SourceOfFigure } from './figure-source.tsx'
import { intervalMeaning } from './interval-words.ts'
import './rows.css'

interface Shown {
  readonly estimate: KnownEstimate
  readonly pair: PairAndDay
}

/** Largest number of rows per source in the dialog; the CSV has all. */
const shownRows = 200

const shown = signal<Shown | undefined>(undefined)

/** Opens the dialog with the sources of a figure. */
export function showRows(estimate: KnownEstimate, pair: PairAndDay): void {
  shown.value = { estimate, pair }
}

/** Shows a dialog with the method, interval, sources and rows of a figure. Esc closes it and returns the focus. */
export function RowsDialog() {
  const dialog = useRef<HTMLDialogElement>(null)
  const open = shown.value
  useEffect(() => {
    if (open !== undefined && dialog.current?.open === false) dialog.current.showModal()
  }, [open])
  useEffect(() => {
    // a link in the dialog opens another page, so the dialog closes
    const close = (event: MouseEvent): void => {
      const link = (event.target as Element | null)?.closest?.('a')
      if (link && !link.hasAttribute('download')) dialog.current?.close()
    }
    dialog.current?.addEventListener('click', close)
  }, [open])
  if (open === undefined) return null
  return (
    <dialog ref={dialog} class="rows-dialog" aria-labelledby="rows-title" onClose={() => (shown.value = undefined)}>
      <SourcesOfFigure {...open} />
    </dialog>
  )
}

/** Returns the label of a figure with its period, unless the label already contains the period. */
function titleOf(label: string, period: string): string {
  return label.includes(period) ? label : `${label}, ${period.replace('/', ' to ')}`
}

function SourcesOfFigure({ estimate, pair }: Shown) {
  const { id, label, period, value, unit, method, note } = estimate
  const asked: RequestInput = { a: pair.a, b: pair.b, to: pair.to, figure: id, period }
  const { state, answer, problem } = useAnswer('evidence', { ...asked, limit: shownRows }).value
  return (
    <>
      <h2 id="rows-title">
        {titleOf(label, period)}: {formatFigure(value, unit)}
        {estimate.state === 'estimated' && ' (estimated)'}
      </h2>
      <p>{intervalMeaning(estimate)}</p>
      <p>
        How: {method}. <a href={urlOf('method', [], { figure: id })}>What this measure is</a>
      </p>
      {note !== undefined && <p>{note}</p>}
      {problem !== undefined && <ProblemNote problem={problem} />}
      {state === 'asking' && <p class="waiting">Reading the rows …</p>}
      {problem !== undefined && <Conditions estimate={estimate} />}
      {answer?.behind.map((one) => (
        <SourceOfFigure key={one.source.id + one.condition} behind={one} what={label} />
      ))}
      <form method="dialog" class="row ends">
        <button type="submit">Close</button>
        {answer !== undefined && (
          <a class="button" href={requestUrl('evidence', asked, 'csv')} download={`${pair.a}-${pair.b}-${id}-rows.csv`}>
            CSV of the rows
          </a>
        )}
      </form>
    </>
  )
}

/** Describes the rows behind a figure, for when the rows themselves cannot be loaded. */
function Conditions({ estimate }: { readonly estimate: KnownEstimate }) {
  return (
    <ul class="small">
      {estimate.evidence.map(({ source, vintage, rows, count }) => (
        <li key={source + rows}>
          <a href={`/data/${source}`}>{source}</a>, edition {vintage}: {count} rows, <code>{rows}</code>
        </li>
      ))}
    </ul>
  )
}
