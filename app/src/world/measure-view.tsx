import { type Signal, useSignal } from '@preact/signals'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { inSentence } from '../../../src/server/wording.ts'
import { useAnswer } from '../api/client.ts'
import { NotLoaded } from '../frame/not-loaded.tsx'
import { ProblemNote } from '../frame/problem-note.tsx'
import { route, setQuery } from '../route.ts'
import { colourScale } from './colour-scale.ts'
import { BlocChoice, MeasureChoice, StateSearch, TowardsChoice } from './controls.tsx'
import { Legend } from './legend.tsx'
import { fetchMap, mapFailed, worldMap } from './map-file.ts'
import { MeasureFigures } from './measure-figures.tsx'
import { extremesWords, placeOfYearIn, type WorldAnswer } from './state-figures.ts'
import { StateReadout } from './state-readout.tsx'
import { YearPlayer } from './year-player.tsx'

/** Shows one measure of every state towards a state or bloc. */
export function MeasureView() {
  const { of = 'CHN', measure = 'place', bloc } = route.value.query
  const { state, answer, problem } = useAnswer('world', { of, measure, bloc }).value
  useEffect(() => {
    void fetchMap()
  }, [])
  return (
    <>
      <h1>{answer?.heading ?? 'World'}</h1>
      {problem !== undefined && <ProblemNote problem={problem} />}
      {answer === undefined ? (
        state === 'asking' && <p class="waiting">Measuring …</p>
      ) : (
        <Shown answer={answer} busy={state === 'asking'} />
      )}
    </>
  )
}

function Shown({ answer, busy }: { readonly answer: WorldAnswer; readonly busy: boolean }) {
  const { years, states, of, measure } = answer
  const at = useSignal(placeOfYearIn(answer, route.value.query['year']))
  const scale = useMemo(() => colourScale(answer), [answer])
  const asked = route.value.query['year']
  const written = useRef<string | undefined>(undefined)
  const known = useRef(years.length)
  // the index may be too high for an answer with fewer years
  if (at.peek() >= years.length) at.value = Math.max(0, years.length - 1)
  useEffect(() => {
    // the slider may have moved on since it wrote the year to the URL
    const now = route.peek().query['year']
    if (now !== written.current || years.length !== known.current) at.value = placeOfYearIn(answer, now)
    known.current = years.length
  }, [asked, answer])
  useEffect(() => {
    document.title = `${answer.heading} – Vis-à-vis`
  }, [answer])
  const named = [...states, of].filter(({ iso3 }) => iso3.length === 3)
  const last = years.at(-1)
  const alive = states.filter(({ existed }) => existed.some(([, end]) => end === last))
  return (
    <div class={busy ? 'asking' : undefined} aria-busy={busy}>
      {last !== undefined && <Extremes answer={answer} at={at} />}
      <div class="choices no-print">
        <TowardsChoice
          blocs={answer.blocs}
          of={of.iso3}
          name={of.name}
          states={alive.length === 0 ? named : [...alive, ...(of.members === undefined ? [of] : [])]}
        />
        <MeasureChoice measures={answer.measures} chosen={route.value.query['measure'] ?? measure.id} />
        <BlocChoice blocs={answer.blocs} chosen={answer.marked?.id} />
        <StateSearch states={named} />
      </div>
      {last === undefined ? (
        <p class="problem">
          The record has no figure of this measure towards {inSentence(of.name)}: {measure.unknown}.
        </p>
      ) : (
        <>
          <YearPlayer
            years={years}
            at={at}
            rested={(year) => {
              written.current = String(year)
              setQuery({ year: String(year) }, { replace: true })
            }}
          />
          <Legend
            answer={answer}
            scale={scale}
            chosen={of.members === undefined ? `${of.name} itself` : `members of ${inSentence(of.name)} in the year (outlined)`}
          />
          <StateReadout answer={answer} at={at} />
          {mapFailed.value && <NotLoaded what="The map" />}
          <MeasureFigures answer={answer} scale={scale} map={worldMap.value} at={at} />
          <p class="small soft">
            {measure.method[0]!.toUpperCase()}
            {measure.method.slice(1)}. Year: {measure.year}. Unknown: {measure.unknown}.
            {answer.members !== undefined &&
              ` Towards ${inSentence(of.name)}: the ${measure.pooling} over its ${answer.members[at.value]} members of the year, without an interval.`}
          </p>
        </>
      )}
    </div>
  )
}

/** The answer in words: where the figure is highest and lowest in the year shown. */
function Extremes({ answer, at }: { readonly answer: WorldAnswer; readonly at: Signal<number> }) {
  return (
    <div class="answer-first">
      <p>{`In ${answer.years[at.value]}: ${extremesWords(answer, at.value)}`.replaceAll(' %', '\u00a0%')}</p>
    </div>
  )
}
