import { useEffect, useMemo, useRef } from 'preact/hooks'
import { claimNumbers } from '../../../src/server/wording.ts'
import { recordInUse } from '../frame/record-note.tsx'
import { AnnotatedText } from './annotated-text.tsx'
import { ClaimList } from './claim-list.tsx'
import { followClaims } from './claim-navigation.ts'
import { ClaimRowsDialog } from './claim-rows.tsx'
import { ReadDownloads } from './downloads.tsx'
import { type ReadingState, startReading } from './reading-state.ts'
import { HowRead, ProblemList, SummaryPanel } from './summary.tsx'
import { refusedDrop, useDrop } from './use-drop.ts'
import { useFocusIfLost } from './use-focus-if-lost.ts'
import { VerdictSources } from './verdict-sources.tsx'
import { WithoutVerdict } from './without-verdict.tsx'

/** Shows the result of reading a text: the summary, and the text with its claims marked. */
export function ReadResult({ toRead, answer, survives }: Extract<ReadingState, { readonly stage: 'read' }>) {
  const numbers = useMemo(() => claimNumbers(answer.claims), [answer])
  const title = answer.document.title ?? answer.document.name
  const heading = useRef<HTMLHeadingElement>(null)
  useFocusIfLost(heading)
  const over = useDrop((brought) => void startReading({ brought, title: '', date: '' }))
  useEffect(() => {
    document.title = `${title} – Read – Vis-à-vis`
    return followClaims(numbers)
  }, [numbers])
  const record = recordInUse.value?.snapshot.id
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        <bdi>{title}</bdi>
      </h1>
      <p role="status" class={over.value ? 'over' : 'refused'}>
        {over.value ? 'Let go to read this text instead.' : refusedDrop.value}
      </p>
      {record !== undefined && record !== answer.snapshot.id && (
        <p class="problem">
          Another record is in use since this text was read.{' '}
          <button type="button" onClick={() => void startReading(toRead)}>
            Read it again
          </button>
        </p>
      )}
      <SummaryPanel answer={answer} />
      <ReadDownloads toRead={toRead} answer={answer} />
      <ProblemList answer={answer} />
      <HowRead answer={answer} survives={survives} />
      <ClaimList numbers={numbers} />
      <AnnotatedText answer={answer} numbers={numbers} />
      <WithoutVerdict answer={answer} />
      <VerdictSources answer={answer} />
      <ClaimRowsDialog toRead={toRead} answer={answer} />
    </>
  )
}
