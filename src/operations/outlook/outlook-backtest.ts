import type { BacktestRow } from '../../outlook/backtest/backtest-rows.ts'
import type { BacktestAnswer } from '../../reports/outlook/outlook-answer.ts'
import type { Input, Operation } from '../request/operation.ts'

/** How good were the forecasts of a quantity or event, by origin? */
export const outlookBacktestOperation: Operation = {
  name: 'outlook backtest',
  summary: 'scores of past forecasts of all pairs, by target, horizon and origin',
  description:
    'Returns the scores of the back-test of the outlook: forecasts of every pair from every session or year since 1990, made with what was known then, and scored by what came. ' +
    'One row for each horizon and origin: mean absolute error, CRPS, skill over no change, and the share of outcomes within each band.',
  parameters: [{ name: 'target', kind: 'text', required: true, help: 'id of a forecast, such as ideal-point-distance or goods-flow' }],
  quick: true,
  formats: ['table', 'json', 'csv'],
  examples: [
    'visavis outlook backtest --target ideal-point-distance',
    'visavis outlook backtest --target goods-flow --format csv -o goods.csv',
  ],
  load: async () => {
    const [{ backtestSchema }, reports] = await Promise.all([
      import('./outlook-schema.ts'),
      import('../../reports/outlook/backtest-text.ts'),
    ])
    return { output: backtestSchema, run, show: { table: reports.backtestText, csv: reports.backtestCsv } }
  },
}

async function run(input: Input): Promise<BacktestAnswer> {
  const [{ readBacktest }, { quantityNamed }] = await Promise.all([
    import('./outlook-data.ts'),
    import('../../outlook/targets/quantities.ts'),
  ])
  const asked = input['target'] as string
  const target = quantityNamed(asked)?.quantity.id ?? asked
  const [header, ...lines] = (await readBacktest())
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','))
  const own = lines.filter(([id]) => id === target)
  if (own.length === 0) {
    const { VisavisError } = await import('../../errors.ts')
    const known = [...new Set(lines.map(([id]) => id!))]
    throw new VisavisError('Usage', `--target: there is no back-test of "${asked.slice(0, 60)}". It is one of: ${known.join(', ')}`, {
      hint: `visavis outlook backtest --target ${known[0]}`,
    })
  }
  return { schemaVersion: 1, target, rows: own.map((cells) => rowOf(header!, cells)) }
}

function rowOf(header: readonly string[], cells: readonly string[]): BacktestRow {
  const values = header.map((name, i) => [name, name === 'target' ? cells[i]! : cells[i] === '' ? null : Number(cells[i])])
  return Object.fromEntries(values) as BacktestRow
}
