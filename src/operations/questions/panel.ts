import type { PanelScope } from '../../assessments/panel/panel.ts'
import type { PanelAnswer, PanelRequest } from '../../assessments/panel/panel-answer.ts'
import type { Snapshot } from '../../store/index.ts'
import type { Context, Format, Input, Operation } from '../request/operation.ts'
import { recordParameters } from '../request/record-parameters.ts'

/** Which figures do pairs of states have, year by year? */
export const panelOperation: Operation = {
  name: 'panel',
  summary: 'dyad-year data for R, Stata and Python: CSV, Parquet, .dta',
  description:
    'A panel of pairs of states by year, of any indicators and measures, with ISO3, COW and GW codes and beside each value a flag: observed, estimated, zero, none-found, at-least, ' +
    'under-threshold, unknown, not-covered, not-applicable. Missing is never zero. -o FOLDER or -o FILE.csv, .parquet, .dta, .jsonl also writes codebook.md and datapackage.json. As a table: what it holds.',
  parameters: [
    {
      name: 'indicators',
      kind: 'text',
      most: 4000,
      help: 'ids, with commas: of visavis catalogue, indicators, methods or world (default: thirteen)',
    },
    { name: 'states', kind: 'text', most: 4000, help: 'only pairs of two of these states, with commas' },
    { name: 'pairs', kind: 'text', most: 4000, help: 'only these pairs, with commas: CHN-RUS,USA-IND' },
    { name: 'from', kind: 'year', help: 'first year, 1816 or later (default: 1946)' },
    { name: 'to', kind: 'year', help: 'last year (default: that of the record)' },
    { name: 'directed', kind: 'flag', help: 'each pair twice a year, once from each side' },
    ...recordParameters,
  ],
  formats: ['table', 'csv', 'parquet', 'dta', 'jsonl', 'json', 'md'],
  examples: [
    'visavis panel',
    'visavis panel -o panel/',
    'visavis panel --indicators kappa,goods-flow --from 2010 -o trade.dta',
    'visavis panel --states CHN,IND,USA --indicators standing --format csv',
    'visavis panel --pairs CHN-RUS --directed --from 1990 --format jsonl',
  ],
  dataSet: true,
  load: async () => {
    const [{ panelSchema }, rows, { panelParquet }, { panelStata }, text, { panelCodebook }, { panelDatapackage }] = await Promise.all([
      import('../schemas/panel-schema.ts'),
      import('../../reports/panel/panel-rows.ts'),
      import('../../reports/panel/panel-parquet.ts'),
      import('../../reports/panel/panel-stata.ts'),
      import('../../reports/panel/panel-text.ts'),
      import('../../reports/panel/panel-codebook.ts'),
      import('../../reports/panel/panel-datapackage.ts'),
    ])
    return {
      output: panelSchema,
      run,
      show: { table: text.panelText, md: text.panelMarkdown },
      inPieces: { csv: rows.panelCsv, jsonl: rows.panelJsonLines, json: rows.panelJson },
      inBytes: { parquet: panelParquet, dta: panelStata },
      brief: text.panelMarkdown,
      beside: (answer: PanelAnswer, file: string, format: Format) => [
        { name: 'codebook.md', text: panelCodebook(answer, file) },
        { name: 'datapackage.json', text: panelDatapackage(answer, file, format as 'csv') },
      ],
      next: ({ command, sources }: PanelAnswer) => [
        `${command} -o panel/   the file, its codebook and datapackage.json`,
        ...(sources.length === 0 ? [] : [`visavis cite ${sources[0]!.id} --style bibtex   how to cite a source`]),
      ],
    }
  },
}

async function run(input: Input, context: Context): Promise<PanelAnswer> {
  const [{ panelAnswer }, { withRecord }] = await Promise.all([
    import('../../assessments/panel/panel-answer.ts'),
    import('../storage/record.ts'),
  ])
  return withRecord(input, context, async (snapshot) => {
    const onYear = (done: number, total: number): void => context.onCount?.('years', done, total)
    return panelAnswer(snapshot, await panelRequest(input, context, snapshot), { onYear, signal: context.signal })
  })
}

/**
 * Resolves what is asked of a panel: its years by the record, its states by their codes.
 *
 * @throws VisavisError BadDate, NoCoverage, Usage, UnknownState, AmbiguousName
 */
export async function panelRequest(input: Input, context: Context, snapshot: Snapshot): Promise<PanelRequest> {
  const [{ panelIds, usualIndicators }, { lastDayFor }, { VisavisError }] = await Promise.all([
    import('../../assessments/panel/panel-catalogue.ts'),
    import('../storage/record.ts'),
    import('../../errors.ts'),
  ])
  const [from, to] = [input['from'], input['to']] as (number | undefined)[]
  const thisYear = Number(context.today.slice(0, 4))
  const late = [from, to].find((year) => year !== undefined && year > thisYear)
  if (late !== undefined)
    throw new VisavisError('BadDate', `${late} lies in the future (today is ${context.today})`, { hint: `--to ${thisYear}` })
  if (from !== undefined && to !== undefined && from > to)
    throw new VisavisError('BadDate', `the window ends before it begins: from ${from} to ${to}`, { hint: `--from ${to} --to ${from}` })
  const ids = panelIds(input['indicators'] === undefined ? usualIndicators : listed(input['indicators'] as string))
  const lastDay = lastDayFor(input, context, snapshot, to === undefined ? undefined : `${to}-12-31`)
  const last = Number(lastDay.slice(0, 4))
  const window = { from: from ?? Math.min(1946, to ?? 1946), to: last }
  if (window.from > last)
    throw new VisavisError('NoCoverage', `the record ends on ${lastDay}, before ${window.from}`, { hint: 'visavis sources' })
  const filter = await filtersOf(input, window)
  const scope = { ...window, lastDay, directed: input['directed'] === true, ...filter }
  return { scope, ids, command: commandOf(ids, scope, snapshot.manifest.id, input['asOf'] as string | undefined) }
}

/** Splits a list with commas. */
function listed(text: string): string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

async function filtersOf(input: Input, window: Pick<PanelScope, 'from' | 'to'>): Promise<Pick<PanelScope, 'states' | 'pairs'>> {
  const [states, pairs] = [input['states'], input['pairs']] as (string | undefined)[]
  if (states === undefined && pairs === undefined) return {}
  const [{ dyadNamed, stateNamed }, { parsePair }, { VisavisError }] = await Promise.all([
    import('../request/parties.ts'),
    import('../storage/parse-pair.ts'),
    import('../../errors.ts'),
  ])
  if (states !== undefined && pairs !== undefined)
    throw new VisavisError('Usage', 'give states or pairs, not both', { hint: 'visavis panel --pairs CHN-RUS,USA-IND' })
  const days = { from: `${window.from}-01-01`, to: `${window.to}-12-31` }
  if (pairs !== undefined) {
    const named = listed(pairs).map((text) => parsePair(text, days.to))
    if (named.length === 0) throw new VisavisError('Usage', 'no pair is named', { hint: 'visavis panel --pairs CHN-RUS,USA-IND' })
    const dyads = named.map(
      ({ a, b }) =>
        dyadNamed(a, b, days)
          .map(({ iso3 }) => iso3)
          .sort() as [string, string],
    )
    return { pairs: [...new Map(dyads.map((pair) => [pair.join('-'), pair])).values()].sort((x, y) => (x.join() < y.join() ? -1 : 1)) }
  }
  const codes = [...new Set(listed(states!).map((text) => stateNamed(text, days.to).iso3))].sort()
  if (codes.length < 2)
    throw new VisavisError('Usage', `a pair needs two states, and --states names ${codes.length === 0 ? 'none' : `only ${codes[0]}`}`, {
      hint: 'visavis panel --states CHN,RUS,USA',
    })
  return { states: codes }
}

/** The command that makes the same panel again from the same snapshot. */
function commandOf(
  ids: readonly string[],
  { from, to, directed, states, pairs }: PanelScope,
  snapshot: string,
  asOf: string | undefined,
): string {
  return [
    `visavis panel --indicators ${ids.join(',')} --from ${from} --to ${to}`,
    ...(states === undefined ? [] : [`--states ${states.join(',')}`]),
    ...(pairs === undefined ? [] : [`--pairs ${pairs.map((pair) => pair.join('-')).join(',')}`]),
    ...(directed ? ['--directed'] : []),
    `--snapshot ${snapshot}`,
    ...(asOf === undefined ? [] : [`--as-of ${asOf}`]),
  ].join(' ')
}
