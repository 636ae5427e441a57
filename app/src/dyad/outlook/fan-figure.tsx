import { useMemo } from 'preact/hooks'
import { type FanChart, type FanPoint, fanChart, isLogarithmic } from '../../charts/fan-chart.ts'
import { embedOfPair } from '../../embed/embed-of-pair.ts'
import type { FigureData } from '../../figures/figure-files.ts'
import { ChartFigure } from '../../figures/figure-frame.tsx'
import { isEmbed, route } from '../../route.ts'
import { type Assessment, capital, fileName } from '../assessment-values.ts'
import { BacktestPanel } from './backtest-panel.tsx'
import { amount, bandAt, chosenHorizon, isSkillShown, type PastSeries, type Target, tickText, yearsText } from './outlook-words.ts'

interface FanFigureProps {
  readonly assessment: Assessment
  /** The forecasts of one quantity, the shortest first. */
  readonly targets: readonly Target[]
  readonly past: PastSeries
  readonly sources: FigureData['sources']
}

/** Shows the past of a quantity and its forecasts as a fan, beside no change; below it, on request, how good such forecasts were. */
export function FanFigure({ assessment, targets, past, sources }: FanFigureProps) {
  const [first] = targets as [Target, ...Target[]]
  const horizon = chosenHorizon()
  const chosen = targets.find((target) => target.horizon === horizon) ?? first
  const fan = useMemo(() => fanOf(targets, past), [targets, past])
  const lastYear = past.points.at(-1)!.year
  const data = useMemo(() => dataOf(targets, past, sources), [targets, past, sources])
  return (
    <div class={route.value.query['backtest'] === first.id ? 'fan open' : 'fan'}>
      <ChartFigure
        name={fileName(assessment, `outlook-${first.id}`)}
        title={`${capital(first.title)}${first.unit === 'USD' || first.unit === 'percentile' ? `, ${first.unit}` : ''}`}
        embed={() => embedOfPair(assessment, `outlook-${first.id}`)}
        alt={altOf(targets, past)}
        data={data}
        on={[horizon]}
        draw={(width) => fanChart({ ...fan, marked: lastYear + chosen.horizon }, width)}
        under={`${sentenceOf(chosen, past)}${isLogarithmic(fan) ? ' Logarithmic scale.' : ''}`}
      />
      {!isEmbed && <BacktestPanel id={first.id} unit={first.unit} />}
    </div>
  )
}

function fanOf(targets: readonly Target[], past: PastSeries): FanChart {
  const last = past.points.at(-1)!
  return {
    past: past.points,
    every: past.every,
    forecasts: targets.map(({ horizon, median, bands }): FanPoint => ({ year: last.year + horizon, median: median!, bands })),
    baseline: targets[0]!.baseline,
    marked: undefined,
    isRatio: /^(goods|trade)-/.test(targets[0]!.id),
    write: (value) => tickText(value, targets[0]!.unit),
  }
}

/** What is forecast at the chosen horizon, in a sentence. */
function sentenceOf(target: Target, past: PastSeries): string {
  const { median, unit, baseline, period } = target
  const band = bandAt(target, 80)!
  const skill = isSkillShown(target) ? '' : ` No skill over no change was shown ${yearsText(target.horizon)} ahead.`
  return `${capital(period)}: median ${amount(median!, unit)}, 80 % band ${amount(band.low, unit)} to ${amount(band.high, unit)}. No change: ${amount(baseline, unit)}, the value of ${past.points.at(-1)!.period}.${skill}`
}

function altOf(targets: readonly Target[], past: PastSeries): string {
  const { title, unit, baseline } = targets[0]!
  const [from, to] = [past.points[0]!, past.points.at(-1)!]
  const told = targets.map((target) => {
    const band = bandAt(target, 80)!
    return `${target.period} ${amount(target.median!, unit)}, 80 % band ${amount(band.low, unit)} to ${amount(band.high, unit)}`
  })
  return `${capital(title)}. ${amount(from.value!, unit)} in ${from.period}, ${amount(to.value!, unit)} in ${to.period}. Forecast medians: ${told.join('; ')}. No change: ${amount(baseline, unit)}.`
}

const levels = [50, 80, 90, 95] as const

function dataOf(targets: readonly Target[], { points, unit, id }: PastSeries, sources: FigureData['sources']): FigureData {
  const ends = levels.flatMap((level) => [`low${level}`, `high${level}`])
  const nothing = ends.map(() => '')
  const columns = ['kind', 'period', 'years_ahead', 'value', ...ends, 'no_change', 'skill', 'skill_low90', 'skill_high90']
  const withUnit = new Set(['value', ...ends, 'no_change'])
  return {
    columns: columns.map((name) => ({ name, title: name.replaceAll('_', ' '), ...(withUnit.has(name) ? { unit } : {}) })),
    rows: [
      ...points.map(({ period, value }) => ['past', period, '', value, ...nothing, '', '', '', '']),
      ...targets.map(({ period, horizon, median, bands, baseline, skill }) => [
        ...['forecast', period, horizon, median],
        ...levels.flatMap((level) => {
          const band = bands.find((one) => one.level === level)
          return [band?.low ?? null, band?.high ?? null]
        }),
        ...[baseline, skill?.value ?? null, skill?.low90 ?? null, skill?.high90 ?? null],
      ]),
    ],
    sources,
    method: `Forecast of ${id} by visavis outlook: parts weighted over all pairs, with bands from the errors of such forecasts since 1990. Past values by visavis outlook history.`,
  }
}
