import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { standingLabels } from '../../../../src/server/wording.ts'
import { connectYearCursor } from '../../charts/year-cursor.ts'
import { embedOfPair } from '../../embed/embed-of-pair.ts'
import type { FigureData } from '../../figures/figure-files.ts'
import { ChartFigure } from '../../figures/figure-frame.tsx'
import { type Assessment, capital, downloadSources, fileName } from '../assessment-values.ts'
import { chartHeight, EmptyChart } from './empty-chart.tsx'
import { markedChanges, type Stretch, standingChart, standingFrame, stretchWords } from './standing-chart.ts'

const title = 'Standing by year'

/** Shows the class of standing by year, with a button at each marked change that reads out what brought it. */
export function StandingFigure({ assessment }: { readonly assessment: Assessment }) {
  const stretches = assessment.overTime.standing
  const data = useMemo(() => dataOf(assessment), [assessment])
  const width = useSignal(0)
  const read = useSignal<Stretch | undefined>(undefined)
  const last = stretches.at(-1)
  if (last === undefined)
    return <EmptyChart title={title} text="No facts on record place these two: they were not states together by this day." />
  const until = last.to
  const shown = read.value !== undefined && stretches.includes(read.value) ? read.value : last
  const wordsOf = (year: number): string => {
    const stretch = stretches.find(({ from, to }) => year >= from && year <= to)
    return stretch === undefined ? 'not states together' : stretch.certainty === 'placed' ? standingLabels[stretch.order]! : 'at peace'
  }
  return (
    <ChartFigure
      name={fileName(assessment, 'standing')}
      title={title}
      embed={() => embedOfPair(assessment, 'standing')}
      alt={`${title}. ${stretches.map((one) => stretchWords(one, until)).join('; ')}.`}
      data={data}
      draw={(room) => {
        width.value = room
        const height = chartHeight(room)
        const svg = standingChart(stretches, room, height)
        connectYearCursor(svg, [stretches[0]!.from, until], wordsOf)
        return svg
      }}
      over={<ChangeButtons stretches={stretches} width={width.value} onRead={(stretch) => (read.value = stretch)} />}
      under={
        <>
          <span class="read-out">{capital(stretchWords(shown, until))}.</span>{' '}
          <a href="/method/standing">A published rule over dated facts</a>
          {stretches.some(({ certainty }) => certainty === 'at-least') && '; pale: nothing on record places them'}.
        </>
      }
    />
  )
}

interface ChangeButtonsProps {
  readonly stretches: readonly Stretch[]
  readonly width: number
  readonly onRead: (stretch: Stretch) => void
}

/** A button over each mark, since a picture has none. */
function ChangeButtons({ stretches, width, onRead }: ChangeButtonsProps) {
  if (width === 0) return null
  const marks = markedChanges(stretches, standingFrame(stretches, width, chartHeight(width)))
  return (
    <>
      {marks.map(({ stretch, x, y }) => (
        <button
          key={stretch.from}
          type="button"
          class="change-mark"
          style={{ left: `${x}px`, top: `${y}px` }}
          aria-label={stretchWords(stretch, stretches.at(-1)!.to)}
          onPointerEnter={() => onRead(stretch)}
          onFocus={() => onRead(stretch)}
          onClick={() => onRead(stretch)}
        />
      ))}
    </>
  )
}

function dataOf(assessment: Assessment): FigureData {
  return {
    columns: [
      { name: 'from', title: 'from' },
      { name: 'to', title: 'to' },
      { name: 'class', title: 'class' },
      { name: 'order', title: 'order' },
      { name: 'certainty', title: 'certainty' },
      { name: 'because', title: 'because' },
    ],
    rows: assessment.overTime.standing.map(({ from, to, class: level, order, certainty, because }) => [
      from,
      to,
      level,
      order,
      certainty,
      because ?? '',
    ]),
    sources: downloadSources(assessment, [...new Set(assessment.standing?.facts.map(({ source }) => source)), ...factSources]),
    method: 'a published rule over dated facts of war, claims, relations and treaties; order: 0 at war to 5 security community',
  }
}

/** Sources of the facts of all years, so far as the assessment lists them. */
const factSources = [
  'interstate-relations',
  'ucdp-acd',
  'territorial-claims',
  'alliance-commitments',
  'bloc-memberships',
  'institution-memberships',
]
