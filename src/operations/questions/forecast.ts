import type { ForecastAnswer } from '../../outlook/series/forecast-answer.ts'
import type { ForecastRequest } from '../../outlook/series/forecast-series.ts'
import type { Context, Input, Operation } from '../request/operation.ts'

/** What do models of one series say of the next periods of every series in a file? */
export const forecastOperation: Operation = {
  name: 'forecast',
  summary: 'forecasts of any series, with bands',
  description:
    'Forecasts each series of a CSV file (columns series, period, value; or period, value) from its own past, with bands of 50, 80, 90 and 95 %. ' +
    'Bands come from the errors of forecasts made in the past, pooled over the series where the file has twenty; else from the model, which makes them too narrow. ' +
    'A series with a gap, without change or with fewer than seven values has no forecast.',
  parameters: [
    {
      name: 'file',
      kind: 'text',
      positional: true,
      required: true,
      most: 4096,
      file: true,
      stdin: true,
      sampleText: 'year,value\n2017,3.1\n2018,3.4 …',
      help: 'a CSV file, or - for standard input',
    },
    {
      name: 'model',
      kind: 'choice',
      choices: ['theta', 'ets', 'arima', 'drift', 'naive'],
      default: 'theta',
      help: 'ets: exponential smoothing; drift: random walk with drift; naive: no change',
    },
    { name: 'horizon', kind: 'integer', least: 1, most: 100, default: 5, help: 'periods ahead' },
    {
      name: 'bands',
      kind: 'choice',
      choices: ['pooled', 'model'],
      default: 'pooled',
      help: 'model: always the model’s own',
    },
  ],
  formats: ['table', 'json', 'csv', 'md'],
  examples: [
    'visavis forecast distances.csv --horizon 10',
    'visavis forecast trade.csv --model arima --horizon 5 --format csv -o ahead.csv',
    'cat series.csv | visavis forecast - --model ets --json',
  ],
  load: async () => {
    const [{ forecastSchema }, reports] = await Promise.all([
      import('../forecasts/forecast-schema.ts'),
      import('../../reports/parts/forecast.ts'),
    ])
    return {
      output: forecastSchema,
      run,
      show: { table: reports.forecastText, csv: reports.forecastCsv, md: reports.forecastMarkdown },
      brief: reports.forecastBrief,
    }
  },
}

async function run(input: Input, context: Context): Promise<ForecastAnswer> {
  const [{ readSource }, { seriesFromCsv }, { forecastSeries }, { VisavisError }] = await Promise.all([
    import('../reading/read-source.ts'),
    import('../forecasts/series-file.ts'),
    import('../../outlook/series/forecast-series.ts'),
    import('../../errors.ts'),
  ])
  const { bytes, name } = await readSource(input['file'] as string, context, 'forecast')
  const all = seriesFromCsv(new TextDecoder().decode(bytes), name)
  const { model, horizon, bands } = input as unknown as ForecastRequest
  const found = forecastSeries(all, { model, horizon, bands }, (done) => context.onCount?.('series', done, all.length))
  const [refusal] = found.refused
  if (found.series.length === 0 && refusal !== undefined) {
    const others = found.refused.length > 1 ? ` Nor is there one of the other ${found.refused.length - 1} series.` : ''
    throw new VisavisError('BadInput', `no forecast of “${refusal.name}”: ${refusal.why}.${others}`, {
      hint: 'visavis forecast --help',
    })
  }
  return { schemaVersion: 1, file: name, model, horizon, ...found }
}
