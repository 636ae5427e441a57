import { useMemo } from 'preact/hooks'
import type { FigureData } from '../figures/figure-files.ts'
import { ChartFigure } from '../figures/figure-frame.tsx'
import { coveragePicture } from './coverage-drawing.ts'
import { coveredYears, type Source } from './source.ts'

/** Shows the years that each source covers. */
export function CoverageFigure({
  sources,
  name,
  title,
}: {
  readonly sources: readonly Source[]
  readonly name: string
  readonly title: string
}) {
  const shown = useMemo(() => [...sources].sort((x, y) => (coveredYears(x)?.[0] ?? 9999) - (coveredYears(y)?.[0] ?? 9999)), [sources])
  const data = useMemo(() => rowsOf(shown), [shown])
  return (
    <ChartFigure
      name={name}
      title={title}
      alt={told(shown)}
      data={data}
      draw={(width) => coveragePicture(shown, width)}
      under="Bars: years with figures of some states. Hatched: no figures, which means unknown, not zero."
    />
  )
}

function told(sources: readonly Source[]): string {
  const spans = sources.flatMap((source) => coveredYears(source) ?? [])
  const [earliest] = sources
  const latest = Math.max(...spans)
  const fresh = sources.filter((source) => coveredYears(source)?.[1] === latest).map(({ title }) => title)
  return `Years that ${sources.length === 1 ? 'the source covers' : `${sources.length} sources cover`}: from ${Math.min(...spans)} (${earliest?.title}) to ${latest} (${fresh.join(', ')}).`
}

function rowsOf(sources: readonly Source[]): FigureData {
  return {
    columns: [
      { name: 'source', title: 'source' },
      { name: 'indicator', title: 'indicator' },
      { name: 'from', title: 'from' },
      { name: 'to', title: 'to' },
      { name: 'whom', title: 'whom' },
      { name: 'absence', title: 'no row means' },
    ],
    rows: sources.flatMap(({ id, coverage }) =>
      coverage.map(({ indicator, from, to, whom, absence }) => [id, indicator, from, to, whom, absence]),
    ),
    sources: sources.map(({ id, title, citation, vintage, licence }) => ({ id, title, citation, vintage, licence: licence.id })),
    method: 'As the card of each source states it; a bar is the union over its indicators.',
  }
}
