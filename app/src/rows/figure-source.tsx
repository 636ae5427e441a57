import { useSignal } from '@preact/signals'
import type { Answers } from '../../../src/server/answer-types.ts'
import { RowsTable } from './rows-table.tsx'

type Behind = Answers['evidence']['behind'][number]

/** Shows one source of a figure: a citation to copy, the licence, and the rows. */
export function SourceOfFigure({ behind, what }: { readonly behind: Behind; readonly what: string }) {
  const { source, vintage, table, condition, total } = behind
  const copied = useSignal(false)
  const copy = (): void => {
    void navigator.clipboard.writeText(source.citation).then(() => {
      copied.value = true
    })
  }
  return (
    <section class="source" aria-label={source.title}>
      <h3>
        <a href={`/data/${source.id}`}>{source.title}</a>
      </h3>
      <p class="small">
        {source.citation}{' '}
        <button type="button" class="small" onClick={copy}>
          {copied.value ? 'Citation copied' : 'Copy citation'}
        </button>
      </p>
      <p class="small soft">
        Edition {vintage}. Licence {source.licence.id}: {source.licence.terms}
      </p>
      <p class="small">
        {total.toLocaleString('en-US')} {total === 1 ? 'row' : 'rows'} behind this figure
      </p>
      <RowsTable behind={behind} caption={`Rows of ${source.title} behind ${what}`} />
      <details class="small">
        <summary>Which rows these are, as SQL has it</summary>
        <code>
          {table} where {condition}
        </code>
      </details>
    </section>
  )
}
