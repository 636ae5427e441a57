import * as Plot from '@observablehq/plot'
import { useMemo } from 'preact/hooks'
import { plot, seriesColours } from '../charts/plot.ts'
import { ChartFigure } from '../figures/figure-frame.tsx'
import { colour } from '../theme.ts'
import type { TrackRecord } from './record-route.ts'

interface Row {
  readonly name: string
  readonly n: number
  readonly accuracy: number
  readonly yes: number
  readonly usual: number
}

/** Single votes that were forecast right, beside always saying yes and the state's usual vote. */
export function VotesFigure({ answer }: { readonly answer: TrackRecord }) {
  const rows = useMemo(() => rowsOf(answer), [answer])
  return (
    <ChartFigure
      name="track-record-votes"
      title="Votes in the General Assembly that were forecast right, by session"
      alt={rows
        .map(
          ({ name, n, accuracy, yes, usual }) =>
            `${name}: ${share(accuracy)} of ${n.toLocaleString('en-US')}, always yes ${share(yes)}, usual vote ${share(usual)}`,
        )
        .join('; ')}
      data={{
        columns: [
          ...['session', 'part', 'roll_calls', 'votes', 'right', 'always_yes', 'usual_vote', 'abstentions_and_no_found'],
          ...['brier_skill', 'brier_skill_low90', 'brier_skill_high90'],
        ].map((name) => ({ name, title: name.replaceAll('_', ' ') })),
        rows: answer.votes.map((one) => [
          ...[one.session, one.part, one.rollCalls, one.n, one.accuracy, one.shareYes, one.usualAccuracy, one.notYesFound],
          ...[one.brierSkill.value, one.brierSkill.low90, one.brierSkill.high90],
        ]),
        sources: answer.sources.filter(({ id }) => id === 'un-votes' || id === 'un-resolutions'),
        method: 'Each vote cast on a whole resolution, forecast from the six sessions before and from title and topic of the draft.',
      }}
      draw={(width) => drawing(rows, width)}
      under="Dot: forecast. Line: always “yes”. Diamond: the state’s usual vote on the topic. Which states take part is not forecast. Of abstentions and no, which are the hard part, the table has how many were found."
    />
  )
}

const share = (value: number): string => `${(100 * value).toFixed(1)} %`

function rowsOf({ votes }: TrackRecord): Row[] {
  return votes.map(({ session, part, n, accuracy, shareYes, usualAccuracy }) => ({
    ...{ name: nameOf(session, part), n, accuracy, yes: shareYes, usual: usualAccuracy },
  }))
}

/** Names sessions with the years of a single one: `session 80 (2025/26)`. */
function nameOf(session: string, part: string): string {
  const opened = 1945 + Number(session)
  const sessions = Number.isNaN(opened)
    ? `sessions ${session.replace('-', ' to ')}`
    : `session ${session} (${opened}/${String(opened + 1).slice(2)})`
  return part === 'all' ? sessions : `${sessions}, ${part.replace('recurring resolutions', 'recurring')}`
}

function drawing(rows: readonly Row[], width: number): SVGElement {
  const [main, second] = seriesColours() as [string, string]
  // without room the names would touch; the text below says what each mark is
  const first = width < 620 ? [] : rows.slice(0, 1)
  const named = { y: 'name', dy: -13, fill: colour('ink') } as const
  return plot({
    ...{ width, height: 46 + 26 * rows.length, marginLeft: Math.min(width * 0.48, 240), marginRight: 46, marginTop: 28 },
    x: {
      domain: [Math.min(...rows.map(({ yes, usual }) => Math.min(yes, usual))) - 0.03, 1],
      ...{
        label: null,
        grid: true,
        ticks: Math.max(3, Math.floor(width / 200)),
        tickFormat: (value: number) => `${Math.round(100 * value)} %`,
      },
    },
    y: { domain: rows.map(({ name }) => name), label: null, tickSize: 0, type: 'band', padding: 0.3 },
    marks: [
      Plot.link(rows, { y1: 'name', y2: 'name', x1: 'yes', x2: 'accuracy', stroke: colour('line'), strokeWidth: 2 }),
      Plot.tickX(rows, { y: 'name', x: 'yes', stroke: colour('soft'), strokeWidth: 2 }),
      Plot.dot(rows, { y: 'name', x: 'usual', r: 4, symbol: 'diamond', fill: second }),
      Plot.dot(rows, { y: 'name', x: 'accuracy', r: 5, fill: main }),
      Plot.text(first, { ...named, x: 'yes', text: () => 'always yes', textAnchor: 'end', dx: 4 }),
      Plot.text(first, { ...named, x: 'usual', text: () => 'usual vote', textAnchor: 'start', dx: -4 }),
      Plot.text(first, { ...named, x: 'accuracy', text: () => 'forecast' }),
      Plot.text(rows, {
        y: 'name',
        x: 'accuracy',
        text: ({ accuracy }) => share(accuracy),
        dx: 9,
        textAnchor: 'start',
        fill: colour('ink'),
      }),
    ],
  })
}
