import { useMemo } from 'preact/hooks'
import { useAnswer } from '../api/client.ts'
import { ProblemNote } from '../frame/problem-note.tsx'
import { colourScale } from '../world/colour-scale.ts'
import { Legend } from '../world/legend.tsx'
import type { WorldAnswer } from '../world/state-figures.ts'
import { Panes } from './panes.tsx'

/** The legends of maps: of a diverging measure towards a state, and of shares towards a bloc. */
export function MapSamples() {
  return (
    <section aria-labelledby="maps">
      <h2 id="maps">Legends of maps</h2>
      <OfMeasure title="A measure with a middle, towards a state" of="CHN" measure="kappa" />
      <OfMeasure title="Places, towards a bloc" of="EU" measure="place" />
    </section>
  )
}

interface OfMeasureProps {
  readonly title: string
  readonly of: string
  readonly measure: string
}

function OfMeasure({ title, of, measure }: OfMeasureProps) {
  const { answer, problem } = useAnswer('world', { of, measure }).value
  if (problem !== undefined) return <ProblemNote problem={problem} />
  return answer === undefined ? <p class="waiting">Measuring …</p> : <Shown title={title} answer={answer} />
}

function Shown({ title, answer }: { readonly title: string; readonly answer: WorldAnswer }) {
  const scale = useMemo(() => colourScale(answer), [answer])
  const { of, members } = answer
  return (
    <Panes title={title}>
      {() => (
        <div class="world">
          <Legend answer={answer} scale={scale} chosen={members === undefined ? `${of.name} itself` : `members of ${of.name}`} />
        </div>
      )}
    </Panes>
  )
}
