import { useEffect, useMemo } from 'preact/hooks'
import { prefetchAnswer, useAnswer } from '../../api/client.ts'
import { ProblemNote } from '../../frame/problem-note.tsx'
import { route, urlOf } from '../../route.ts'
import type { Assessment } from '../assessment-values.ts'
import { EventsTable } from './events-table.tsx'
import { FanFigure } from './fan-figure.tsx'
import { type Fan, fansOf } from './fans.ts'
import { HorizonChoice } from './horizon-choice.tsx'
import { type Outlook, unbroken, yearsText } from './outlook-words.ts'
import './outlook.css'

/** How the two will stand in one to ten years: fans beside no change, and events. */
export function OutlookSection({ assessment }: { readonly assessment: Assessment }) {
  const { a, b } = assessment
  // a forecast is made from the newest record only: weights learnt from later years would flatter one of the past
  if (route.value.query['to'] !== undefined)
    return (
      <p>
        The outlook begins at the newest record, so it is not shown as of a day in the past.{' '}
        <a href={`${urlOf('dyad', [a.iso3, b.iso3])}#outlook`}>Show the outlook from today</a>. How forecasts of the past came out:{' '}
        <a href={urlOf('track-record')}>Track record</a>.
      </p>
    )
  return <LatestOutlook pair={{ a: a.iso3, b: b.iso3 }} assessment={assessment} />
}

interface LatestOutlookProps {
  readonly assessment: Assessment
  readonly pair: { readonly a: string; readonly b: string }
}

function LatestOutlook({ assessment, pair }: LatestOutlookProps) {
  const outlook = useAnswer('outlook', pair).value
  const history = useAnswer('outlook history', pair).value
  useNextPair(pair)
  const problem = outlook.problem ?? history.problem
  const [answer, past] = [ofPair(outlook.answer, pair), ofPair(history.answer, pair)]
  // the same objects while the answers are the same: every change of the address renders this again, and a new object would draw every fan anew
  const fans = useMemo(() => (answer === undefined || past === undefined ? [] : fansOf(answer, past)), [answer, past])
  if (problem !== undefined) return <ProblemNote problem={problem} />
  if (answer === undefined || past === undefined) return <p class="waiting">Forecasting …</p>
  return (
    <>
      <ul class="statements">
        {answer.statements.map((sentence) => (
          <li key={sentence}>{unbroken(sentence)}</li>
        ))}
      </ul>
      <HorizonChoice />
      <Fans title="Votes in the General Assembly" fans={fans.filter(({ id }) => !isTrade(id))} assessment={assessment} />
      <Fans title="Goods trade" fans={fans.filter(({ id }) => isTrade(id))} assessment={assessment} />
      {fans.length > 0 && (
        <p class="soft small">
          Black: past values. Bands: half, 80 % and 95 % of outcomes should fall within them; they come from the errors of forecasts of all
          pairs since 1990, and are straight between the years that are forecast. Dashed: no change. Hatched: not known.{' '}
          {horizonNote(answer)}
        </p>
      )}
      <h3>Events</h3>
      <EventsTable outlook={answer} />
      <Without outlook={answer} />
    </>
  )
}

/** Asks for the outlook of the next pair while that pair is still being assessed, if the reader looks at the outlook. */
function useNextPair(shown: LatestOutlookProps['pair']): void {
  const [a, b] = route.value.parts
  useEffect(() => {
    // names and old codes are resolved by the assessment
    if (![a, b].every((code) => code !== undefined && /^[A-Z]{3}$/.test(code)) || (a === shown.a && b === shown.b)) return
    const box = document.getElementById('outlook')?.getBoundingClientRect()
    if (box === undefined || box.bottom < 0 || box.top > innerHeight) return
    void prefetchAnswer('outlook', { a, b })
    void prefetchAnswer('outlook history', { a, b })
  }, [a, b])
}

/** An answer only where it is on this pair: while another pair loads, the last answer is on the pair before. */
function ofPair<T extends { readonly a: { readonly iso3: string }; readonly b: { readonly iso3: string } }>(
  answer: T | undefined,
  { a, b }: LatestOutlookProps['pair'],
): T | undefined {
  return answer?.a.iso3 === a && answer.b.iso3 === b ? answer : undefined
}

const isTrade = (id: string): boolean => /^(goods|trade)-/.test(id)

interface FansProps {
  readonly title: string
  readonly fans: readonly Fan[]
  readonly assessment: Assessment
}

function Fans({ title, fans, assessment }: FansProps) {
  if (fans.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <div class="fans">
        {fans.map(({ id, targets, past, sources }) => (
          <FanFigure key={id} {...{ assessment, targets, past, sources }} />
        ))}
      </div>
    </>
  )
}

/** Years ahead count from the last known value, which for trade lies some years back. */
function horizonNote({ targets }: Outlook): string {
  const trade = targets.find(({ id, horizon }) => isTrade(id) && horizon === 1)
  if (trade === undefined) return ''
  return `Years ahead count from the last known value: for trade, ${yearsText(1)} ahead is ${trade.period}.`
}

/** What has no forecast and why, and what should be known before a forecast is used. */
function Without({ outlook: { none, notes, snapshot } }: { readonly outlook: Outlook }) {
  const reasons = [...new Set(none.map(({ why }) => why))]
  return (
    <>
      {reasons.length > 0 && (
        <>
          <h3>Without a forecast</h3>
          <ul>
            {reasons.map((why) => (
              <li key={why}>
                {none
                  .filter((one) => one.why === why)
                  .map(({ title }) => title)
                  .join(', ')}
                : {why}.
              </li>
            ))}
          </ul>
        </>
      )}
      {notes.map((note) => (
        <p key={note} class="small">
          Note: {note}
        </p>
      ))}
      <p class="soft small">
        From record {snapshot.id} of {snapshot.created.slice(0, 10)}. A forecast carries the past of all pairs on; it knows nothing of
        elections, wars or treaties to come.
      </p>
    </>
  )
}
