import { useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { useAnswer } from '../api/client.ts'
import { NotLoaded } from '../frame/not-loaded.tsx'
import { ProblemNote } from '../frame/problem-note.tsx'
import { route } from '../route.ts'
import { colourScale } from '../world/colour-scale.ts'
import { Legend } from '../world/legend.tsx'
import { fetchMap, mapFailed, type WorldMap, worldMap } from '../world/map-file.ts'
import { MeasureMap } from '../world/measure-map.tsx'
import { chartData, placeOfYearIn, type WorldAnswer } from '../world/state-figures.ts'
import { StateReadout } from '../world/state-readout.tsx'
import { YearPlayer } from '../world/year-player.tsx'
import '../world/world.css'

/** The map of one measure: `/world?of=CHN&measure=kappa&year=1987&embed=map`. */
export function WorldEmbed() {
  const { of = 'CHN', measure = 'place', bloc } = route.value.query
  const { answer, problem } = useAnswer('world', { of, measure, bloc }).value
  useEffect(() => {
    void fetchMap()
  }, [])
  const map = worldMap.value
  if (problem !== undefined) return <ProblemNote problem={problem} />
  if (mapFailed.value) return <NotLoaded what="The map" />
  if (answer === undefined || map === undefined) return <p class="waiting">Measuring …</p>
  if (answer.years.length === 0) return <p class="problem">The record has no figure of this measure: {answer.measure.unknown}.</p>
  return <Shown answer={answer} map={map} />
}

function Shown({ answer, map }: { readonly answer: WorldAnswer; readonly map: WorldMap }) {
  const at = useSignal(placeOfYearIn(answer, route.value.query['year']))
  const scale = useMemo(() => colourScale(answer), [answer])
  const data = useMemo(() => chartData(answer, () => at.peek()), [answer])
  const { of, members } = answer
  useEffect(() => {
    document.title = `${answer.heading} – Vis-à-vis`
  }, [answer])
  return (
    <div class="world">
      <MeasureMap {...{ answer, scale, map, at, data }} />
      <Legend answer={answer} scale={scale} chosen={members === undefined ? `${of.name} itself` : `members of ${of.name}`} />
      <StateReadout answer={answer} at={at} />
      <YearPlayer years={answer.years} at={at} rested={() => undefined} />
    </div>
  )
}
