import { readFile, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { parseDocument } from 'yaml'
import { z } from 'zod'
import { VisavisError } from '../../errors.ts'
import { type OwnCard, type OwnRow, onlySector, ownBase } from '../../scenarios/data/own-base.ts'
import type { TradeBase } from '../../scenarios/data/trade-base.ts'
import { type PanelColumns, readPanelColumns, type WantedColumns } from '../gravity/panel-columns.ts'

/** What `about.yaml` may say. */
const aboutSchema = z.strictObject({
  title: z.string().min(1).max(200).optional(),
  year: z.number().int().min(1900).max(2100).optional(),
  unit: z.string().min(1).max(60).optional(),
  source: z.string().min(1).max(300).optional(),
  licence: z.string().min(1).max(100).optional(),
  notes: z.array(z.string().min(1).max(300)).max(20).optional(),
  repair: z.boolean().optional(),
})

const hint = 'a folder with flows.csv (exporter,importer,sector,value): see docs/scenarios.md, "A base of your own"'

/**
 * Reads a base of trade from a folder: `flows.csv`, and if they are there `tariffs.csv`, `inputs.csv`, `sectors.csv`, `elasticities.csv` and `about.yaml` (docs/scenarios.md
 * has their columns). Tables may be packed (`.csv.gz`). A folder with the input files of the Liberation Day paper is read as a base of one sector.
 *
 * @param today   its year is that of the base where `about.yaml` has none
 * @throws VisavisError BadInput with file and line for what is missing, doubled, negative or out of range; TooLarge for a table above 1 GB or five million cells
 */
export async function readBaseFolder(folder: string, today: string): Promise<TradeBase> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (!isFolder) throw new VisavisError('BadInput', `data: "${folder}" is no folder.`, { hint })
  const card = await readAbout(folder, today)
  const flows = await fileIn(folder, 'flows')
  if (flows === undefined) {
    if (await exists(join(folder, 'trade_cepii.csv'))) return liberationDayBase(folder, card)
    throw new VisavisError('BadInput', `data: there is no flows.csv in ${folder}.`, { hint })
  }
  const [tariffs, inputs, sectors, elasticities] = await Promise.all(
    ['tariffs', 'inputs', 'sectors', 'elasticities'].map((name) => fileIn(folder, name)),
  )
  const bilateral = { texts: ['exporter', 'importer'], optional: { texts: ['sector'], numbers: [] } }
  return ownBase({
    card,
    flows: rowsOf(await columnsOf(flows, { ...bilateral, numbers: ['value'] }), { from: 'exporter', to: 'importer', value: 'value' }),
    ...(tariffs === undefined
      ? {}
      : {
          tariffs: rowsOf(await columnsOf(tariffs, { ...bilateral, numbers: ['percent'] }), {
            from: 'exporter',
            to: 'importer',
            value: 'percent',
          }),
        }),
    ...(inputs === undefined ? {} : { inputs: await inputsOf(inputs) }),
    ...(sectors === undefined ? {} : { sectorNames: await sectorNamesOf(sectors) }),
    ...(elasticities === undefined ? {} : { elasticities: await elasticitiesOf(elasticities) }),
  })
}

async function readAbout(folder: string, today: string): Promise<OwnCard> {
  const path = join(folder, 'about.yaml')
  const name = basename(resolve(folder))
  const text = (await exists(path)) ? await readFile(path, 'utf8') : '{}'
  const refuse = (why: string): never => {
    throw new VisavisError('BadInput', `data: about.yaml: ${why}.`, {
      hint: 'title, year, unit, source, licence, notes, repair; all may be left out',
    })
  }
  if (text.length > 100_000) refuse('it is longer than 100,000 characters')
  const document = parseDocument(text, { prettyErrors: true, stringKeys: true })
  if (document.errors[0] !== undefined) refuse(document.errors[0].message.split('\n')[0]!.replace(/[.:]$/, ''))
  const parsed = aboutSchema.safeParse(document.toJS() ?? {})
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!
    return refuse(`${issue.path.join('.') || 'its top'}: ${issue.message}`)
  }
  const { title, year, unit, source, licence, notes, repair } = parsed.data
  const said = [
    ...(year === undefined ? [`about.yaml gives no year: blocs of the record have the members of ${today.slice(0, 4)}.`] : []),
    ...(source === undefined ? ['about.yaml names no source.'] : []),
  ]
  return {
    title: title ?? `your own table in ${name}`,
    year: year ?? Number(today.slice(0, 4)),
    unit: unit ?? 'units of flows.csv',
    source: source ?? `files in ${name}`,
    licence: licence ?? 'not stated',
    notes: [...(notes ?? []), ...said],
    repair: repair ?? false,
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

async function fileIn(folder: string, name: string): Promise<string | undefined> {
  for (const ending of ['.csv', '.csv.gz']) {
    const path = join(folder, `${name}${ending}`)
    if (await exists(path)) return path
  }
  return undefined
}

/** Reads a table and refuses blank cells, which would be taken for no trade. */
async function columnsOf(path: string, wanted: WantedColumns): Promise<PanelColumns> {
  const columns = await readPanelColumns(path, { ...wanted, hint })
  if (columns.blank > 0)
    throw new VisavisError('BadInput', `data: ${basename(path)} has blank cells in ${columns.blank} rows.`, {
      hint: 'leave rows without a value out: a cell without a row is no trade',
    })
  return columns
}

interface RowColumns {
  readonly from: string
  readonly to: string
  readonly value: string
  readonly user?: string
}

/** Rows of a table, made anew each time they are read. */
function rowsOf({ texts, numbers, lines }: PanelColumns, { from, to, value, user }: RowColumns, sector = 'sector'): Iterable<OwnRow> {
  const label = (column: string, row: number): string => {
    const { labels, of } = texts.get(column)!
    return labels[of[row]!]!
  }
  const values = numbers.get(value)!
  return {
    *[Symbol.iterator]() {
      for (let row = 0; row < lines.length; row++)
        yield {
          line: lines[row]!,
          from: label(from, row),
          to: label(to, row),
          sector: texts.has(sector) ? label(sector, row) : onlySector,
          ...(user === undefined ? {} : { user: label(user, row) }),
          value: values[row]!,
        }
    },
  }
}

async function inputsOf(path: string): Promise<{ rows: Iterable<OwnRow>; unit: 'value' | 'share' }> {
  const columns = await columnsOf(path, {
    texts: ['economy', 'input', 'user'],
    numbers: [],
    optional: { texts: [], numbers: ['value', 'share'] },
  })
  const units = (['value', 'share'] as const).filter((name) => columns.numbers.has(name))
  if (units.length !== 1)
    throw new VisavisError(
      'BadInput',
      'data: inputs.csv needs a column value (in the unit of flows.csv) or share (of what the user sells), one of the two.',
      {
        hint,
      },
    )
  const unit = units[0]!
  return { rows: rowsOf(columns, { from: 'economy', to: 'economy', value: unit, user: 'user' }, 'input'), unit }
}

async function sectorNamesOf(path: string): Promise<ReadonlyMap<string, string>> {
  const { texts, lines } = await columnsOf(path, { texts: ['sector', 'name'], numbers: [] })
  const [codes, names] = [texts.get('sector')!, texts.get('name')!]
  return new Map(Array.from(lines, (_, row) => [codes.labels[codes.of[row]!]!.trim(), names.labels[names.of[row]!]!.trim().slice(0, 100)]))
}

async function elasticitiesOf(path: string): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const { texts, numbers, lines } = await columnsOf(path, {
    texts: ['sector'],
    numbers: ['elasticity'],
    optional: { texts: ['set'], numbers: [] },
  })
  const sets = new Map<string, Map<string, number>>()
  const label = (column: string, row: number): string => texts.get(column)!.labels[texts.get(column)!.of[row]!]!.trim()
  for (const [row, value] of numbers.get('elasticity')!.entries()) {
    if (!(value > 0 && value <= 100))
      throw new VisavisError('BadInput', `data: elasticities.csv:${lines[row]}: ${value} is not above 0 and at most 100.`)
    const id = texts.has('set') ? label('set', row) : 'own'
    const set = sets.get(id) ?? new Map<string, number>()
    if (set.has(label('sector', row)))
      throw new VisavisError('BadInput', `data: elasticities.csv:${lines[row]}: ${label('sector', row)} has a second number.`)
    sets.set(id, set.set(label('sector', row), value))
  }
  return sets
}

/** The files of the Liberation Day paper as a base of one sector: an economy sells at home what its GDP leaves after its exports. */
async function liberationDayBase(folder: string, card: OwnCard): Promise<TradeBase> {
  const { readLiberationDayFiles } = await import('./liberation-day-files.ts')
  const { iso3, trade, gdp } = await readLiberationDayFiles(folder)
  const n = iso3.length
  const exports = iso3.map((_, i) => trade.subarray(i * n, (i + 1) * n).reduce((sum, value, j) => sum + (i === j ? 0 : value), 0))
  const without = iso3.filter((_, i) => exports[i]! >= gdp[i]!)
  const kept = iso3.flatMap((code, i) => (without.includes(code) ? [] : [{ code, i }]))
  const flows = kept.flatMap(({ code, i }) =>
    kept.map(({ code: to, i: j }) => ({
      line: i + 2,
      from: code,
      to,
      sector: onlySector,
      value: i === j ? gdp[i]! - exports[i]! : trade[i * n + j]!,
    })),
  )
  const notes = [
    ...card.notes,
    'What an economy sells at home is its GDP less its exports. Tariffs of tariffs.csv are not in force at the start; a scenario can add them.',
    ...(without.length === 0 ? [] : [`Left out, since their exports are as large as their GDP: ${without.join(', ')}.`]),
  ]
  return ownBase({ card: { ...card, unit: 'thousand US dollars', notes }, flows })
}
