import { signal, useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Answers, Problem } from '../../../src/server/answer-types.ts'
import { claimNumbers, distinctRows, sourceName, verdictSigns } from '../../../src/server/wording.ts'
import { getAnswer, isDataAddress, requestUrl } from '../api/client.ts'
import { ProblemNote } from '../frame/problem-note.tsx'
import { SourceOfFigure } from '../rows/figure-source.tsx'
import { type Answer, type AnsweredClaim, problemOfThrown, readInput, withReference } from './reading-state.ts'
import type { ReadRequest } from './text-input.ts'

/** Largest number of rows per source in the dialog; the CSV has all. */
const shownRows = 200

/** Number of the claim whose rows the dialog shows; undefined if it is closed. */
const shown = signal<number | undefined>(undefined)

/** Opens the dialog with the rows behind the verdict on a claim. */
export function showClaimRows(number: number): void {
  shown.value = number
}

function close(): void {
  shown.value = undefined
}

/** Returns the evidence of a verdict, of the values beside it and of the correction, without duplicates. */
export function evidenceOf({ evidence, honestValues, wouldBeTrue }: AnsweredClaim): ReturnType<typeof distinctRows> {
  return distinctRows([...evidence, ...honestValues.map((one) => one.evidence), ...(wouldBeTrue?.evidence ?? [])])
}

interface DialogProps {
  readonly toRead: ReadRequest
  readonly answer: Answer
}

/** Shows a dialog with the rows behind a verdict, by source. Esc closes it and returns the focus. */
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
        Claim {number}, {verdictSigns[claim.verdict!]} {claim.verdict}: what it rests on
      </h2>
      <blockquote dir="auto">{claim.sentence}</blockquote>
      {claim.why !== null && <p>{claim.why}</p>}
      <Rows {...props} claim={claim} number={number!} />
    </dialog>
  )
}

type RowsProps = DialogProps & { readonly claim: AnsweredClaim; readonly number: number }

function Rows({ toRead, answer, claim, number }: RowsProps) {
  const { rows, file, problem } = useRows(toRead, answer, number)
  return (
    <>
      {problem !== undefined && <ProblemNote problem={problem} />}
      {problem !== undefined && <Conditions claim={claim} answer={answer} />}
      {rows === undefined && problem === undefined && <p class="waiting">Reading the rows …</p>}
      {rows?.behind.map((one) => (
        <SourceOfFigure key={one.source.id + one.condition} behind={one} what={`claim ${number}`} />
      ))}
      <form method="dialog" class="row ends">
        <button type="submit">Close</button>
        {file !== undefined && !isDataAddress(file) && (
          <a
            class="button"
            href={requestUrl('claims rows', asked(toRead, answer, file, number), 'csv')}
            download={`claim-${number}-rows.csv`}
          >
            CSV of the rows
          </a>
        )}
      </form>
    </>
  )
}

/**
 * Returns the input of a request for a claim's rows. The rows come from the snapshot that the text was tested against, so they match the
 * verdict shown.
 */
function asked(toRead: ReadRequest, { snapshot }: Answer, file: string, claim: number, limit?: number) {
  return { ...readInput(toRead, file), claim, limit, snapshot: snapshot.id }
}

interface Found {
  readonly rows?: Answers['claims rows']
  readonly file?: string
  readonly problem?: Problem
}

function useRows(toRead: ReadRequest, answer: Answer, number: number): Found {
  const found = useSignal<Found>({})
  useEffect(() => {
    const leaving = new AbortController()
    found.value = {}
    withReference(toRead, async (file) => {
      const rows = await getAnswer('claims rows', asked(toRead, answer, file, number, shownRows), leaving.signal)
      return { rows, file }
    }).then(
      (answered) => {
        if (!leaving.signal.aborted) found.value = answered
      },
      (thrown: unknown) => {
        if (!leaving.signal.aborted) found.value = { problem: problemOfThrown(thrown) }
      },
    )
    return () => leaving.abort()
  }, [answer, number])
  return found.value
}

/** Describes the rows behind a verdict, for when the rows themselves cannot be loaded. */
function Conditions({ claim, answer }: Pick<RowsProps, 'claim' | 'answer'>) {
  return (
    <ul class="small">
      {evidenceOf(claim).map(({ source, vintage, rows, count }) => (
        <li key={source + rows}>
          {sourceName(source, answer.sources)}, edition {vintage}: {count} rows, <code>{rows}</code>
        </li>
      ))}
    </ul>
  )
}
