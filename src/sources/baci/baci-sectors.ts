import { basename } from 'node:path'
import { badInput, type VisavisError } from '../../errors.ts'
import { stateOf } from '../../states/index.ts'
import { type SectorId, sectorGoods } from '../../store/indicators/indicators-technology.ts'
import { coverageOf, type SourceCard } from '../cards/source-cards.ts'
import { readCommentedCsv } from '../formats/commented-csv.ts'
import { type CsvRow, numberInField } from '../formats/csv.ts'
import { duplicateGuard } from '../rows/no-duplicates.ts'
import { inSingleUnits, type Observation, observationColumns, type ReadObservations } from '../rows/observation.ts'
import { baciFlow, baciProvider, baciTotals, isBaciTerritory } from './baci-provider.ts'

const year = 2024
const edition = `CEPII BACI HS17 V202601, year ${year}`

/** The 192 states among the 226 economies of this edition. Liechtenstein, Monaco and Kosovo are counted with others. */
const states =
  'AFG AGO ALB AND ARE ARG ARM ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BIH BLR BLZ BOL BRA BRB BRN BTN BWA CAF CAN CHE CHL CHN CIV CMR COD COG COL COM CPV CRI CUB CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESP EST ETH FIN FJI FRA FSM GAB GBR GEO GHA GIN GMB GNB GNQ GRC GRD GTM GUY HND HRV HTI HUN IDN IND IRL IRN IRQ ISL ISR ITA JAM JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LKA LSO LTU LUX LVA MAR MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MOZ MRT MUS MWI MYS NAM NER NGA NIC NLD NOR NPL NRU NZL OMN PAK PAN PER PHL PLW PNG POL PRK PRT PRY QAT ROU RUS RWA SAU SDN SEN SGP SLB SLE SLV SMR SOM SRB SSD STP SUR SVK SVN SWE SWZ SYC SYR TCD TGO THA TJK TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR URY USA UZB VCT VEN VNM VUT WSM YEM ZAF ZMB ZWE'.split(
    ' ',
  )

/**
 * States for which this edition shows no report of 2024 of their own: no two of them have a row with each other (not Russia and Belarus, not the Emirates and
 * Oman), and each other state has a row with one of them. Between two of these, no row says nothing.
 */
const silent =
  'AFG AND ARE ATG BDI BGD BLR BTN BWA CMR COD COG COM CUB DJI DMA DZA ERI ETH FSM GAB GHA GIN GNB GNQ GRD HTI IRN IRQ JAM JOR KIR KNA LAO LBR LBY LCA LSO MHL MLI MNG NPL NRU OMN PLW PNG PRK RUS RWA SDN SLB SLE SMR SOM SSD STP SUR SWZ SYR TCD TJK TKM TLS TON TTO TUV VCT VEN VNM VUT WSM YEM'.split(
    ' ',
  )

/** The least value of a row, in dollars. */
const leastValue = 1000

export const card: SourceCard = {
  id: 'baci-sectors',
  title: `BACI ${year} by pair: semiconductors, batteries, critical minerals, pharmaceutical ingredients, aerospace`,
  ...baciProvider,
  vintage: `HS17 V202601, summed by group of goods, 2026-07-30; accessed via github.com/Synthminds/GreatRewire at c2525ed (unofficial copy)`,
  coverage: coverageOf(
    sectorGoods.map(({ indicator }) => indicator),
    year,
    year,
    `the ways between 192 states from ${leastValue.toLocaleString('en-US')} dollars on, where one of the two reports, and what they trade with all economies`,
    { states, silent, threshold: leastValue, absence: 'under the threshold' },
  ),
  quirks: [
    'Neither side reports these figures: CEPII weighs both reports by their reliability and takes out freight and insurance, hence status estimated.',
    `No row means less than ${leastValue.toLocaleString('en-US')} dollars, where at least one of the two reports its trade. The edition has no report of 72 states for ${year}, Russia, Belarus, Vietnam, the Emirates and Iran among them: between two of these, no row is unknown.`,
    'Semiconductors include solar cells and modules (HS 8541.40) and the machines that make chips (8486).',
    'Critical minerals are 44 codes of rare metals and their compounds, graphite, magnets, and uranium, enriched too; lithium and cobalt salts for batteries also stand with batteries, so the groups are not added up.',
    'Aerospace is engines, aircraft and spacecraft, whatever their use; arms that fly are mostly left out by those who report.',
    'Hong Kong, Macao and other territories are left out of the pairs, but count in the totals of a state. What China sends through Hong Kong stands as China’s only where an importer says so.',
    'Totals of a state (WLD) are our sums of the rows, and so miss what is below a thousand dollars.',
  ],
}

/**
 * Reads trade of 2024 in each group of goods, in USD, free on board, from exporter to importer, and the sums of each state with all economies.
 *
 * @param paths   files of the form `exporter_iso3,importer_iso3,value_kusd`, one a group, under lines that begin with `#` and name edition, unit and group
 * @throws BadInput for another edition, unit or group, an unknown code, a value below a thousand dollars, or a way or group given twice
 */
export async function readBaciSectors(paths: readonly string[]): Promise<ReadObservations> {
  const once = duplicateGuard()
  const found: Observation[] = []
  for (const [i, path] of paths.entries()) {
    const { comments, rows } = await readCommentedCsv(path, ['exporter_iso3', 'importer_iso3', 'value_kusd'])
    const file = basename(path)
    const sector = sectorOf(comments, file)
    once(`the group ${sector}`, `the files given:${i + 1}`)
    found.push(...flowsOf(sector, rows, file))
  }
  return { observations: observationColumns(found) }
}

function sectorOf(comments: readonly string[], file: string): SectorId {
  const has = (what: RegExp): boolean => comments.some((line) => what.test(line))
  if (!has(/^source: CEPII BACI HS17 V202601, year 2024\b/))
    throw bad(file, `does not say that it is of ${edition}: which states report is known for that edition only`)
  if (!has(/^unit: .*THOUSANDS of current USD/)) throw bad(file, 'does not say that its values are thousands of dollars')
  const layer = comments.map((line) => /^layer = (\w+); HS6 codes/.exec(line)?.[1]).find((name) => name !== undefined)
  const sector = sectorGoods.find(({ layer: own }) => own === layer)
  if (sector === undefined)
    throw bad(file, `is about the group "${layer ?? ''}", none of ${sectorGoods.map((one) => one.layer).join(', ')}`)
  return sector.id
}

function bad(file: string, what: string): VisavisError {
  return badInput(`${file} ${what}`, 'give a file with its lines of comment, as published')
}

function flowsOf(sector: SectorId, rows: readonly CsvRow[], file: string): Observation[] {
  const { indicator } = sectorGoods.find(({ id }) => id === sector)!
  const once = duplicateGuard()
  const ways = rows.map((row) => {
    const [from, to] = [codeIn(row, 'exporter_iso3'), codeIn(row, 'importer_iso3')]
    once(`${from} to ${to}`, row.at)
    if (from === to) throw badInput(`${row.at} has trade of ${from} with itself`)
    const value = numberInField(row, 'value_kusd')
    if (value === null || value * 1000 < leastValue)
      throw badInput(`${row.at} has "${row.fields['value_kusd']}", not a value from one thousand dollars on`)
    return { from, to, value: inSingleUnits(value, 3), locator: row.at }
  })
  const flows = ways.filter(({ from, to }) => stateOf(from) !== undefined && stateOf(to) !== undefined)
  return [
    ...flows.map((flow) => baciFlow(card, { ...flow, indicator, period: year })),
    ...baciTotals(card, ways, { indicator, period: year, file }),
  ]
}

/** Returns a code of three letters; whether it is a state's is another question, since BACI has economies that are none. */
function codeIn(row: CsvRow, column: string): string {
  const code = row.fields[column]!
  if (stateOf(code) !== undefined || isBaciTerritory(code)) return code
  throw badInput(`${row.at} names "${code.slice(0, 20)}", which is no economy of BACI`)
}
