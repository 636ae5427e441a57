import {
  agreements,
  distancesNow,
  distancesThen,
  type EditionPoint,
  editionsBySession,
  editionsOfPoints,
  firstEdition,
  firstOrigin,
  firstStanding,
  lastWhole,
  type NamedSeries,
  places,
} from '../../assessments/outlook/backtest-series.ts'
import { standingPanel } from '../../assessments/outlook/standing-series.ts'
import { VisavisError } from '../../errors.ts'
import { type BacktestRow, moveRows, quantityRows } from '../../outlook/backtest/backtest-rows.ts'
import { backtestMoves } from '../../outlook/backtest/move-rates.ts'
import { backtestOrigin, backtestQuantity } from '../../outlook/backtest/quantity-backtest.ts'
import { PooledExamples, PooledLearner } from '../../outlook/pooled/pooled-fit.ts'
import { outlookHorizons, type Quantity, quantities } from '../../outlook/targets/quantities.ts'
import type { BacktestAnswer } from '../../reports/outlook/outlook-answer.ts'
import type { Snapshot } from '../../store/index.ts'
import type { CellRange } from '../../work/plan.ts'
import { outlookBacktestOperation } from '../outlook/outlook-backtest.ts'
import type { Context } from '../request/operation.ts'
import { withRecord } from '../storage/record.ts'
import type { PlannableWork } from './plannable.ts'
import { type CellPart, type OpenSplit, splitWork } from './split-work.ts'

/**
 * The back-test of a target, made anew from the record; the command itself shows the stored one. Items are the origins of each horizon; of ideal points as
 * estimated at the time, the estimates, which take far longer than the scores.
 */
export const backtestWork: PlannableWork = splitWork({
  operation: outlookBacktestOperation,
  cell: 8,
  formats: ['csv', 'json', 'table'],
  open: async (input, context) => {
    const { target } = (await (await outlookBacktestOperation.load()).run(input, context)) as BacktestAnswer
    if (target === 'ideal-point-distance') return estimates(context, input)
    const [direction, quantity] = [/^standing-(up|down)$/.exec(target)?.[1], target.replace(/-smoothed$/, '')]
    if (direction !== undefined) return moves(context, input, direction as 'up' | 'down')
    const series = recordSeries[target]
    if (series === undefined)
      throw new VisavisError(
        'Usage',
        `the back-test of ${target} cannot be made again: it learns from trade before 1980, which the record does not have`,
        {
          hint: `visavis outlook backtest --target ${target}   the stored one`,
        },
      )
    const { session: last } = await withRecord(input, context, async ({ manifest }) => lastWhole(manifest))
    return origins(target, quantityWithId(quantity), last, () => withRecord(input, context, (snapshot) => series(snapshot, last)))
  },
})

type BacktestInput = Parameters<typeof withRecord>[0]

const recordSeries: Readonly<Record<string, (snapshot: Snapshot, last: number) => Promise<NamedSeries>>> = {
  'agreement-rate': agreements,
  'agreement-place': places,
  'ideal-point-distance-smoothed': distancesNow,
}

const quantityWithId = (id: string): Quantity => quantities.find((one) => one.id === id)!

/** Scores each origin by itself. */
function origins(target: string, { period, range }: Quantity, last: number, read: () => Promise<NamedSeries>): OpenSplit {
  const from = firstOrigin[period]
  const all = outlookHorizons.flatMap((horizon) =>
    Array.from({ length: last - horizon - from + 1 }, (_, i) => ({ horizon, origin: from + i })),
  )
  // what was learnt for one origin serves those after it
  const learners = once(async () => {
    const { data, pairOf } = await read()
    const examples = new PooledExamples(data)
    const both = (horizon: number) => [new PooledLearner(examples, horizon), new PooledLearner(examples, horizon, 'no-change')] as const
    return { pairOf, of: new Map(outlookHorizons.map((horizon) => [horizon as number, both(horizon)])) }
  })
  return {
    items: all.length,
    run: async ({ from: first, to }) => {
      const { pairOf, of } = await learners()
      return jsonPart(
        all.slice(first, to).flatMap(({ horizon, origin }) => {
          const scores = backtestOrigin(of.get(horizon)!, { from, range, pairOf }, origin)
          return scores === undefined ? [] : quantityRows(target, { horizon, origins: [scores] })
        }),
      )
    },
    answer: (parts) => answerOf(target, parts.flatMap(rowsOf)),
  }
}

/** Estimates ideal points from the votes up to each session; the scores are made from all of them together. */
async function estimates(context: Context, input: BacktestInput): Promise<OpenSplit> {
  const target = 'ideal-point-distance'
  const { period, range } = quantityWithId(target)
  const { session: last } = await withRecord(input, context, async ({ manifest }) => lastWhole(manifest))
  const sessionsOf = ({ from, to }: CellRange): number[] => Array.from({ length: to - from }, (_, i) => firstEdition + from + i)
  return {
    items: last - firstEdition + 1,
    run: (cell) => withRecord(input, context, async (snapshot) => jsonPart(await editionsOfPoints(snapshot, sessionsOf(cell)))),
    answer: (parts) =>
      withRecord(input, context, async (snapshot) => {
        const editions = await editionsBySession(snapshot, parts.flatMap(rowsOf<readonly EditionPoint[]>))
        const { data, pairOf } = await distancesThen(snapshot, last, editions)
        const examples = new PooledExamples(data)
        const found = outlookHorizons.flatMap((horizon) => {
          const one = backtestQuantity(new PooledLearner(examples, horizon), { from: firstOrigin[period], range, pairOf })
          return one === undefined ? [] : quantityRows(target, one)
        })
        return answerOf(target, found)
      }),
  }
}

/** Scores moves of standing, horizon by horizon. */
function moves(context: Context, input: BacktestInput, direction: 'up' | 'down'): OpenSplit {
  const target = `standing-${direction}`
  const panel = once(() =>
    withRecord(input, context, async (snapshot) => {
      const { year } = lastWhole(snapshot.manifest)
      return { ...(await standingPanel(snapshot, firstStanding, year, `${year}-12-31`)), classes: 6 }
    }),
  )
  return {
    items: outlookHorizons.length,
    run: async ({ from, to }) => {
      const all = await panel()
      return jsonPart(
        outlookHorizons.slice(from, to).flatMap((horizon) => {
          const one = backtestMoves(all, direction, horizon, firstOrigin.year)
          return one === undefined ? [] : moveRows(target, one)
        }),
      )
    },
    answer: (parts) => answerOf(target, parts.flatMap(rowsOf)),
  }
}

/** Makes something when it is first asked for: a plan needs less than its cells. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined
  return () => (made ??= make())
}

const answerOf = (target: string, rows: readonly BacktestRow[]): BacktestAnswer => ({ schemaVersion: 1, target, rows })

const jsonPart = (rows: readonly unknown[]): Uint8Array => Buffer.from(JSON.stringify(rows))

function rowsOf<Row = BacktestRow>({ part }: CellPart): Row[] {
  return JSON.parse(Buffer.from(part).toString()) as Row[]
}
