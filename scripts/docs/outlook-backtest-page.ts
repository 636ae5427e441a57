import type { MoveBacktest } from '../../src/outlook/backtest/move-rates.ts'
import type { QuantityBacktest } from '../../src/outlook/backtest/quantity-backtest.ts'
import type { ClusteredSkill } from '../../src/outlook/backtest/skill-interval.ts'
import { quantities } from '../../src/outlook/targets/quantities.ts'

/** What the back-test found. */
export interface BacktestResults {
  readonly snapshot: string
  readonly quantities: ReadonlyMap<string, readonly QuantityBacktest[]>
  readonly moves: ReadonlyMap<'standing-up' | 'standing-down', readonly MoveBacktest[]>
}

const smoothed = 'ideal-point-distance-smoothed'

/** Writes docs/outlook/backtest.md. */
export function backtestPage({ snapshot, quantities: all, moves }: BacktestResults, covered: ReadonlyMap<string, number>): string {
  return [
    '# Back-test of the outlook',
    '',
    `Written by \`scripts/outlook/outlook-backtest.ts\` from snapshot \`${snapshot}\`. By origin: \`data/outlook/backtest.csv\`, or \`visavis outlook backtest --target T --format csv\`. How the forecasts are made: [outlook](outlook.md).`,
    '',
    'Every pair is forecast from every session from 45 (1990/91) on, or every year from 1990 on, with what was known then. Weights and bands are learnt from outcomes that had come by then. **No change** says that the last value stays: it is the median, with bands from the past errors of no change, pooled over pairs in units of each pair’s own changes. **Skill** is the gain in CRPS over no change, as a share, with a 90 % interval clustered by pair and by year; years whose outcomes overlap count as related. Where the interval includes 0, no skill is shown.',
    '',
    ...[...all].flatMap(([id, horizons]) => ofQuantity(id, horizons, covered.get(id) ?? 0)),
    '## Moves of standing',
    '',
    'Whether a pair stands in a higher or a lower class so many years later. The forecast is how often pairs moved that had been in the same class for about as long, over the 25 origins whose outcome was known. The base rate is that of all pairs that could move that way. Classes are those of today’s record, which knows some rivalries only in retrospect.',
    '',
    ...[...moves].flatMap(([id, horizons]) => ofMoves(id, horizons)),
  ].join('\n')
}

function ofQuantity(id: string, horizons: readonly QuantityBacktest[], covered: number): string[] {
  const quantity = quantities.find((one) => id.startsWith(one.id))!
  const title = `${quantity.title[0]!.toUpperCase()}${quantity.title.slice(1)}`
  const about =
    id === smoothed
      ? 'Positions of one estimate over all votes: later votes have smoothed earlier positions, so that these forecasts knew a little of the future. Only for comparison with published points; forecasts do not use it.'
      : id === 'ideal-point-distance'
        ? `${quantity.definition} Positions are estimated at each origin from the votes up to it, and so are the outcomes: what a reader would have seen. The revision of positions by later votes is thus part of every error. Forecasts from the last session: ${covered} pairs.`
        : `${quantity.definition} Forecasts from the last period: ${covered} ${quantity.sides === null ? 'pairs' : 'ordered pairs'}.${quantity.isLogarithm ? ' Errors are of the natural logarithm. Goods trade of the Correlates of War to 2009, reports to the IMF of 2010 to 2020, BACI of 2022 and 2023.' : ''}`
  const four = (value: number): string => value.toFixed(4)
  const share = (value: number): string => (100 * value).toFixed(1)
  return [
    `## ${title}${id === smoothed ? ', smoothed over all votes' : ''}`,
    '',
    `\`${id}\`. ${about}`,
    '',
    '| ahead | origins | forecasts | MAE | no change | CRPS | no change | skill | 90 % interval | | log score | no change | interval score, 90 % | within 50 % | 80 % | 90 % | 95 % |',
    '|--:|--:|--:|--:|--:|--:|--:|--:|---|---|--:|--:|--:|--:|--:|--:|--:|',
    ...horizons.map(({ horizon, origins, all, skill }) =>
      [
        '',
        ...[String(horizon), String(origins.length), all.n.toLocaleString('en-US')],
        ...[all.mae, all.maeNoChange, all.crps, all.crpsNoChange].map(four),
        ...skillCells(skill),
        ...[all.logScore, all.logScoreNoChange, all.intervalScore].map(four),
        ...[all.cover50, all.cover80, all.cover90, all.cover95].map(share),
        '',
      ]
        .join(' | ')
        .trim(),
    ),
    '',
    'Share of outcomes in each tenth of the forecast distribution, in percent (10 everywhere where probabilities are right):',
    '',
    '| ahead | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 |',
    '|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|',
    ...horizons.map(({ horizon, all }) => `| ${horizon} | ${all.pit.map(share).join(' | ')} |`),
    '',
  ]
}

function skillCells(skill: ClusteredSkill | null): string[] {
  if (skill === null) return ['', '', 'too few origins']
  const { value, low90, high90 } = skill
  const said = low90 > 0 ? '' : high90 < 0 ? 'worse than no change' : 'no skill shown'
  return [value.toFixed(3), `${low90.toFixed(3)} to ${high90.toFixed(3)}`, said]
}

function ofMoves(id: string, horizons: readonly MoveBacktest[]): string[] {
  return [
    `### To a ${id === 'standing-up' ? 'higher' : 'lower'} class`,
    '',
    `\`${id}\``,
    '',
    '| ahead | origins | forecasts | moves | Brier score | base rate | skill | 90 % interval | |',
    '|--:|--:|--:|--:|--:|--:|--:|---|---|',
    ...horizons.map(
      ({ horizon, origins, all, skill }) =>
        `| ${horizon} | ${origins.length} | ${all.n.toLocaleString('en-US')} | ${all.moves.toLocaleString('en-US')} | ${all.brier.toFixed(5)} | ${all.brierBase.toFixed(5)} | ${skillCells(skill).join(' | ').replace('worse than no change', 'worse than the base rate')} |`,
    ),
    '',
    'Reliability: how often the move came after forecasts of about one probability, in percent.',
    '',
    '| ahead | forecasts | mean forecast | came |',
    '|--:|--:|--:|--:|',
    ...horizons.flatMap(({ horizon, reliability }) =>
      reliability.map(
        ({ n, forecast, came }) =>
          `| ${horizon} | ${n.toLocaleString('en-US')} | ${(100 * forecast).toFixed(2)} | ${(100 * came).toFixed(2)} |`,
      ),
    ),
    '',
  ]
}
