import { basename } from 'node:path'
import { badInput } from '../../errors.ts'
import { resolve } from '../../states/index.ts'
import { cepiiLicence, coverageOf, type SourceCard } from '../cards/source-cards.ts'
import { parseCsv, readText } from '../formats/csv.ts'
import { checkLastLine } from '../formats/last-line-check.ts'
import { readSheets } from '../formats/spreadsheet.ts'
import { onlyOnce } from '../rows/no-duplicates.ts'
import { observationCollector, type ReadObservations } from '../rows/observation.ts'

/** The reference year: the file has no dates, but lists Serbia and Montenegro (2003 to 2006), and its workbook is of October 2004. */
const year = 2004

const distances = {
  dist: 'distance',
  distcap: 'distance-capitals',
  distw: 'distance-weighted',
  distwces: 'distance-weighted-ces',
} as const

const links = {
  contig: 'shared-border',
  comlang_off: 'shared-official-language',
  comlang_ethno: 'shared-spoken-language',
  colony: 'colonial-link',
  comcol: 'common-coloniser',
  curcol: 'colonial-link-current',
  col45: 'colonial-link-1945',
  smctry: 'same-country',
} as const

const ofPairs = [...Object.values(distances), ...Object.values(links)]
const ofStates = ['internal-distance', 'internal-distance-weighted', 'area', 'landlocked']

export const card: SourceCard = {
  id: 'geodist',
  title: 'GeoDist: distances, borders, languages and colonial links of pairs of countries',
  provider: 'CEPII (Mayer, Zignago)',
  url: 'https://www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp?id=6',
  licence: cepiiLicence,
  citation: "Mayer, T. and Zignago, S. (2011). Notes on CEPII's distances measures: The GeoDist database. CEPII Working Paper 2011-25.",
  vintage: 'workbooks of 2004, read 2026-11-25',
  coverage: coverageOf([...ofPairs, ...ofStates], year, year, 'countries of 2004, without those that are no state'),
  quirks: [
    'A picture of one time: it stands under 2004, the date of the file. Serbia and Montenegro is one, South Sudan is part of Sudan.',
    'Both orders of a pair stand; the weighted distances of the two differ by some metres, and "once one country" in a few pairs.',
    'Weighted distances need figures on cities; they are missing (a dot) for some territories, and for no state.',
    'A country with itself is its internal distance; its other columns are not kept.',
    'Border and language columns say 0 for all that is not 1: none of them has a blank.',
    'Territories (Hong Kong, Greenland, Palestine) are in the file and left out here.',
  ],
}

interface GeoRow {
  readonly where: string
  readonly fields: Readonly<Record<string, string>>
}

/**
 * Reads distances and links of pairs of states, and area and coast of states.
 *
 * @param paths   `dist_cepii.xls` (from its ZIP), `geo_cepii.xls`, or the same tables as CSV, plain or gzipped; one or both, recognised by their columns
 */
export async function readGeodist(paths: readonly string[]): Promise<ReadObservations> {
  const gathered = observationCollector(card)
  for (const path of paths) {
    const rows = await rowsOf(path)
    const first = rows[0]?.fields ?? {}
    const lacking = (names: readonly string[]): string[] => names.filter((name) => !(name in first))
    if (lacking(pairColumns).length === 0) addPairs(rows, gathered)
    else if (lacking(countryColumns).length === 0) addCountries(rows, gathered)
    else {
      const expected = lacking(pairColumns).length < lacking(countryColumns).length ? pairColumns : countryColumns
      throw badInput(
        `${basename(path)} lacks the columns ${lacking(expected).join(', ')}`,
        'give dist_cepii.xls out of its archive, geo_cepii.xls, or these tables as CSV',
      )
    }
  }
  return { observations: gathered.columns() }
}

const pairColumns = ['iso_o', 'iso_d', ...Object.keys(distances), ...Object.keys(links)]
const countryColumns = ['iso3', 'area', 'landlocked']

async function rowsOf(path: string): Promise<GeoRow[]> {
  const file = basename(path)
  if (/\.zip$/i.test(path)) throw badInput(`${file} is an archive`, 'unpack it, and give the workbook in it')
  if (!/\.xlsx?$/i.test(path)) {
    const text = await readText(path)
    checkLastLine(text, file)
    return parseCsv(text, file).map(({ at, fields }) => ({ where: at, fields }))
  }
  const [sheet] = await readSheets(path)
  const header = (sheet?.rows[0] ?? []).map((cell) => String(cell ?? ''))
  return (sheet?.rows ?? []).slice(1).map((cells, i) => ({
    where: `${file}!${sheet!.name}!${i + 2}`,
    fields: Object.fromEntries(header.map((name, column) => [name, String(cells[column] ?? '')])),
  }))
}

type Gatherer = ReturnType<typeof observationCollector>

function addPairs(rows: readonly GeoRow[], gathered: Gatherer): void {
  const once = onlyOnce<string>()
  for (const { where, fields } of rows) {
    const key = `${fields['iso_o']} ${fields['iso_d']}`
    once(key, where, (before) => `${where} stands for the same as ${before}`)
    const [from, to] = [stateIn(fields['iso_o']!, where), stateIn(fields['iso_d']!, where)]
    if (from === null || to === null) continue
    const add = (column: string, indicator: string, end: string | null): void => {
      const unit = column in links ? '0 or 1' : 'km'
      gathered.add({
        indicator,
        from,
        to: end,
        period: year,
        value: valueIn(fields, column, where),
        unit,
        status: 'observed',
        locator: where,
      })
    }
    if (from === to) {
      add('dist', 'internal-distance', null)
      add('distw', 'internal-distance-weighted', null)
    } else for (const [column, indicator] of Object.entries({ ...distances, ...links })) add(column, indicator, to)
  }
}

/** Adds area and coast of each country. A country has one row for each of its main cities. Throws if these rows differ in area or coast. */
function addCountries(rows: readonly GeoRow[], gathered: Gatherer): void {
  const said = new Map<string, string>()
  for (const { where, fields } of rows) {
    const state = stateIn(fields['iso3']!, where)
    if (state === null) continue
    const [area, landlocked] = [valueIn(fields, 'area', where), valueIn(fields, 'landlocked', where)]
    const both = `${area} km2, landlocked ${landlocked}`
    const before = said.get(state)
    if (before !== undefined && before !== both) throw badInput(`${where} says ${both} of ${state}, and before ${before}`)
    if (before !== undefined) continue
    said.set(state, both)
    const common = { from: state, to: null, period: year, status: 'observed', locator: where } as const
    gathered.add({ indicator: 'area', value: area, unit: 'km2', ...common })
    gathered.add({ indicator: 'landlocked', value: landlocked, unit: '0 or 1', ...common })
  }
}

const known = new Map<string, string | null>()

/** Returns the ISO3 code of a state of 2004 by the file's code; null for a territory. Some codes are obsolete (ROM, ZAR, TMP). */
function stateIn(code: string, where: string): string | null {
  const before = known.get(code)
  if (before !== undefined) return before
  const found = /^[A-Z]{3}$/.test(code) ? resolve(code, `${year}-12-31`) : undefined
  if (found?.kind !== 'state' && found?.kind !== 'territory') throw badInput(`${where} has the country code "${code}", which is not known`)
  const iso3 = found.kind === 'state' ? found.state.iso3 : null
  known.set(code, iso3)
  return iso3
}

const yesOrNo = new Set<string>([...Object.keys(links), 'landlocked'])

function valueIn(fields: Readonly<Record<string, string>>, column: string, where: string): number {
  const text = fields[column]!.trim()
  if (text === '' || text === '.') return Number.NaN
  const value = Number(text)
  const good = yesOrNo.has(column) ? value === 0 || value === 1 : Number.isFinite(value) && value > 0
  if (!good) throw badInput(`${where} has "${text}" for ${column}, not ${yesOrNo.has(column) ? '0 or 1' : 'a number above 0'}`)
  return value
}
