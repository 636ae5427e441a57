import type { GravityAnswer } from '../../reports/gravity/gravity-answer.ts'
import type { Context, Input, Operation } from '../request/operation.ts'
import { recordParameters } from '../request/record-parameters.ts'
import type { PanelColumns } from './panel-columns.ts'
import type { ModelRequest } from './panel-model.ts'

const sets = 'exporter, importer, year, exporter-year, importer-year, pair, both-ways (both directions of a pair), or a column'

/** What explains the flows of a panel? */
export const gravityOperation: Operation = {
  name: 'gravity',
  summary: 'a gravity equation on a panel of your own, by Poisson pseudo maximum likelihood',
  description:
    'Estimates a gravity equation on a CSV file with a row for each exporter, importer and year: the expected flow is the exponential of regressors and fixed effects. ' +
    'Rows without flow are kept. What cannot be estimated is listed: collinear regressors, groups without any flow, separated rows. ' +
    'An estimate that does not converge is refused.',
  parameters: [
    {
      name: 'file',
      kind: 'text',
      positional: true,
      file: true,
      most: 4000,
      help: 'the panel: a CSV file with a header, also .gz',
    },
    { name: 'record', kind: 'flag', help: 'the goods trade of all pairs in the record instead of a file' },
    { name: 'flow', kind: 'text', default: 'trade', help: 'column of the flow' },
    { name: 'exporter', kind: 'text', default: 'exporter', help: 'column of the exporter' },
    { name: 'importer', kind: 'text', default: 'importer', help: 'column of the importer' },
    { name: 'year', kind: 'text', help: 'column of the year (without it: a cross-section)' },
    { name: 'regressors', kind: 'text', most: 4000, help: 'columns of the regressors, with commas: "ln(dist),cntg,rta"' },
    {
      name: 'effects',
      kind: 'text',
      most: 1000,
      help: `sets of fixed effects, with commas, or none: ${sets} (default: exporter-year,importer-year, or exporter,importer)`,
    },
    { name: 'clusters', kind: 'text', most: 1000, default: 'pair', help: 'sets of clusters of the errors, as for --effects, or none' },
    {
      name: 'factor',
      kind: 'choice',
      choices: ['clusters', 'fixest', 'none'],
      default: 'clusters',
      help: 'small samples: G/(G-1), as Stata and the WTO guide; as R fixest; none',
    },
    { name: 'weights', kind: 'text', help: 'column of the weight of a row' },
    {
      name: 'show',
      kind: 'choice',
      choices: ['coefficients', 'fitted', 'effects'],
      default: 'coefficients',
      help: 'also the fitted flows or the fixed effects',
    },
    ...recordParameters,
  ],
  formats: ['table', 'json', 'csv', 'md'],
  examples: [
    'visavis gravity panel.csv --year year --regressors "ln(dist),contiguity,language"',
    'visavis gravity panel.csv --year year --regressors rta --effects exporter-year,importer-year,pair --factor fixest',
    'visavis gravity --record --show fitted --format csv -o expected.csv',
    'visavis gravity panel.csv --regressors "ln(dist)" --clusters exporter,importer --show fitted --format csv -o fitted.csv',
  ],
  load: async () => {
    const [{ gravitySchema }, reports] = await Promise.all([
      import('./gravity-schema.ts'),
      import('../../reports/gravity/gravity-answer.ts'),
    ])
    return {
      output: gravitySchema,
      run,
      show: { ...reports.gravityPage, csv: reports.gravityCsv },
    }
  },
}

async function run(input: Input, context: Context): Promise<GravityAnswer> {
  const [{ listed, panelModel, requestedRegressors }, { recordRegressors }, { estimateGravity }] = await Promise.all([
    import('./panel-model.ts'),
    import('./record-panel.ts'),
    import('./gravity-estimate.ts'),
  ])
  const text = (name: string): string | undefined => input[name] as string | undefined
  const year = text('year') ?? null
  const names = (value: string): string[] => (value === 'none' ? [] : listed(value))
  const model: ModelRequest = {
    ...{ flow: text('flow')!, exporter: text('exporter')!, importer: text('importer')!, year },
    regressors: requestedRegressors(text('regressors') ?? (input['record'] === true ? recordRegressors : undefined)),
    effects: names(text('effects') ?? (year === null ? 'exporter,importer' : 'exporter-year,importer-year')),
    clusters: names(text('clusters')!),
    weights: text('weights') ?? null,
  }
  const { columns, path } = await columnsAsked(input, context, model)
  context.signal?.throwIfAborted()
  const factor = input['factor'] as 'clusters' | 'fixest' | 'none'
  const show = input['show'] as 'coefficients' | 'fitted' | 'effects'
  return estimateGravity({ model, columns, built: panelModel(model, columns, path), path, factor, show })
}

/** Reads the columns of the file, or those of the record. */
async function columnsAsked(input: Input, context: Context, model: ModelRequest): Promise<{ columns: PanelColumns; path: string }> {
  const [{ wantedColumns }, { readPanelColumns, refuseMissing }, { recordPanel, theRecord }, { withRecord }, { VisavisError }] =
    await Promise.all([
      import('./panel-model.ts'),
      import('./panel-columns.ts'),
      import('./record-panel.ts'),
      import('../storage/record.ts'),
      import('../../errors.ts'),
    ])
  const [file, wanted] = [input['file'] as string | undefined, wantedColumns(model)]
  if ((file === undefined) !== (input['record'] === true))
    throw new VisavisError('Usage', 'give a file, or --record for the flows of the record', {
      hint: 'visavis gravity panel.csv --regressors "ln(dist)"',
    })
  if (file !== undefined) return { columns: await readPanelColumns(file, wanted), path: file }
  const columns = await withRecord(input, context, recordPanel)
  refuseMissing(columns, wanted)
  return { columns, path: theRecord }
}
