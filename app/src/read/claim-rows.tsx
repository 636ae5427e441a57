import { signal, useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Answers, Problem } from '../../../src/server/answer-types.ts'
import { claimNumbers, distinctRows, signs } from '../../../src/server/wording.ts'
import { ask, questionAddress } from '../asking/client.ts'
import { ProblemNote } from '../frame/problem-note.tsx'
import { SourceCard } from '../rows/source-card.tsx'
import { type Answer, type Claim, problemOf, questionOf, withReference } from './reading.ts'
import type { ToRead } from './text-given.ts'

/** Rows of a source that the dialog shows, and that its CSV has. */
const [shownRows, savedRows] = [200, 10_000]

/** The claim whose rows are shown, by its number. */
const shown = signal<number | undefined>(undefined)

/** Opens the dialog with the rows that the verdict on a claim rests on. */
export function showClaimRows(number: number): void {
  shown.value = number
}

function close(): void {
  shown.value = undefined
}

/** What a verdict rests on: its own rows, those of each value beside it, and those of what would have been true, each once. */
export function evidenceOf({ evidence, honestValues, wouldBeTrue }: Claim): ReturnType<typeof distinctRows> {
  return distinctRows([...evidence, ...honestValues.map((one) => one.evidence), ...(wouldBeTrue?.evidence ?? [])])
}

interface DialogProps {
  readonly toRead: ToRead
  readonly answer: Answer
}

/** The rows behind the verdict that was asked for, source by source, as they stand in the record. Esc closes it, and the focus goes back to where it was. */
export function ClaimRowsDialog(props: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const number = shown.value
  const found = [...claimNumbers(props.answer.claims)].find(([, one]) => one === number)
  useEffect(() => {
    if (found !== undefined && dialog.current?.open === false) dialog.current.showModal()
  }, [number])
  useEffect(() => close, [])
  if (found === undefined) return null
  const [claim] = found
  return (
    <dialog ref={dialog} class="rows-dialog" aria-labelledby="claim-rows-title" onClose={close}>
      <h2 id="claim-rows-title">
        Claim {number}, {signs[claim.verdict!]} {claim.verdict}: what it rests on
      </h2>
      <blockquote dir="auto">{claim.sentence}</blockquote>
      {claim.why !== null && <p>{claim.why}</p>}
      <Rows {...props} claim={claim} number={number!} />
    </dialog>
  )
}

type RowsProps = DialogProps & { readonly claim: Claim; readonly number: number }

function Rows({ toRead, answer, claim, number }: RowsProps) {
  const { rows, file, problem } = useRows(toRead, answer, number)
  return (
    <>
      {problem !== undefined && <ProblemNote problem={problem} />}
      {problem !== undefined && <Conditions claim={claim} />}
      {rows === undefined && problem === undefined && <p class="waiting">Reading the rows …</p>}
      {rows?.behind.map((one) => (
        <SourceCard key={one.source.id + one.condition} behind={one} what={`claim ${number}`} />
      ))}
      <form method="dialog" class="row ends">
        <button type="submit">Close</button>
        {file !== undefined && (
          <a
            class="button"
            href={questionAddress('claims rows', asked(toRead, answer, file, number, savedRows), 'csv')}
            download={`claim-${number}-rows.csv`}
          >
            CSV of the rows
          </a>
        )}
      </form>
    </>
  )
}

/** The question is asked of the record by which the text was read, so that the verdict is the one that stands beside the text. */
function asked(toRead: ToRead, { snapshot }: Answer, file: string, claim: number, limit: number) {
  return { ...questionOf(toRead, file), claim, limit, snapshot: snapshot.id }
}

interface Found {
  readonly rows?: Answers['claims rows']
  readonly file?: string
  readonly problem?: Problem
}

function useRows(toRead: ToRead, answer: Answer, number: number): Found {
  const found = useSignal<Found>({})
  useEffect(() => {
    const leaving = new AbortController()
    found.value = {}
    withReference(toRead, async (file) => {
      const rows = await ask('claims rows', asked(toRead, answer, file, number, shownRows), leaving.signal)
      return { rows, file }
    }).then(
      (answered) => {
        if (!leaving.signal.aborted) found.value = answered
      },
      (thrown: unknown) => {
        if (!leaving.signal.aborted) found.value = { problem: problemOf(thrown) }
      },
    )
    return () => leaving.abort()
  }, [answer, number])
  return found.value
}

/** Which rows they are, where they cannot be had. */
function Conditions({ claim }: { readonly claim: Claim }) {
  return (
    <ul class="small">
      {evidenceOf(claim).map(({ source, vintage, rows, count }) => (
        <li key={source + rows}>
          {source}, edition {vintage}: {count} rows, <code>{rows}</code>
        </li>
      ))}
    </ul>
  )
}
