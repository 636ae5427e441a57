import { firstDay } from '../../assessments/forms/ledger-check.ts'
import type { Assessment, Ledger } from '../../assessments/index.ts'
import { stakeholdersOf } from '../../assessments/pairs/stakeholder-network.ts'
import { voteCells } from '../charts/chart-votes.ts'
import { judgementsCsv, keyGapsCsv } from '../parts/judgements.ts'
import { stakeholderLinksCsv, stakeholdersCsv } from '../parts/stakeholders.ts'
import { breaksCsv, periodsCsv, seriesCsv } from '../parts/turning-points-csv.ts'
import { csv } from '../text/csv.ts'
import { wrap } from '../text/table.ts'
import { assessmentCsv } from './assessment-csv.ts'
import { ledgerCsv } from './ledger-csv.ts'
import { type StoredFile, zipOf } from './zip-archive.ts'

/** A file of the bundle, with a description of its content. */
interface Part extends StoredFile {
  readonly holds: string
}

/**
 * Builds the ZIP file of an assessment: figures, evidence and ledger as CSV, terms and citations of every source, and a README. The same
 * assessment and ledger give the same bytes.
 *
 * @param ledger   the pair's ledger, if any; items after the day of the assessment are left out
 */
export function assessmentZip(assessment: Assessment, ledger: Ledger | undefined): Uint8Array {
  const parts = [...figureParts(assessment), ...(ledger === undefined ? [] : ledgerParts(ledger, assessment.to))]
  return zipOf([
    { name: 'README.txt', text: readme(assessment, parts) },
    { name: 'metadata.json', text: metadata(assessment, parts) },
    ...parts,
  ])
}

function figureParts(assessment: Assessment): Part[] {
  return [
    {
      name: 'judgements.csv',
      holds: 'what may be said in words of likelihood: statement, probability, confidence, what would raise or lower it',
      text: judgementsCsv(assessment),
    },
    {
      name: 'key-gaps.csv',
      holds: 'what the record lacks, the facts first that would change a judgement most',
      text: keyGapsCsv(assessment),
    },
    {
      name: 'data.csv',
      holds: 'every figure of the domains, a row each, with interval, method and source; then the stage, breaks, periods and third states',
      text: assessmentCsv(assessment),
    },
    {
      name: 'items.csv',
      holds: 'dated things behind the domains: votes, treaties, memberships, regimes, reports',
      text: itemsCsv(assessment),
    },
    ...turningParts(assessment.turningPoints),
    ...voteParts(assessment),
  ]
}

function turningParts(points: Assessment['turningPoints']): Part[] {
  return [
    {
      name: 'breaks.csv',
      holds: 'when yearly series broke, with the interval of the date and the nearest items of the ledger',
      text: breaksCsv(points),
    },
    { name: 'series.csv', holds: 'the yearly series that breaks were looked for in', text: seriesCsv(points) },
    { name: 'periods.csv', holds: 'means between breaks that several series share', text: periodsCsv(points) },
  ]
}

function voteParts({ a, b, voteMap }: Assessment): Part[] {
  if (voteMap === undefined) return []
  const { columns, rows } = voteCells(voteMap, `${a.iso3}-${b.iso3}`)
  const text = csv(
    columns.map(({ title }) => title),
    rows,
  )
  return [
    { name: 'votes.csv', holds: 'votes in common in the UN General Assembly by topic and year; a resolution may have two topics', text },
  ]
}

function ledgerParts(ledger: Ledger, to: string): Part[] {
  const network = stakeholdersOf(ledger, to)
  const items = ledger.items.filter((item) => firstDay(item.date) <= to)
  return [
    { name: 'ledger.csv', holds: 'the ledger of evidence behind the stage, an item a row, with sources', text: ledgerCsv(items) },
    { name: 'stakeholders.csv', holds: 'states, blocs, organisations and persons that the ledger names', text: stakeholdersCsv(network) },
    {
      name: 'stakeholder-links.csv',
      holds: 'who is named in the same items, and who belongs to which state',
      text: stakeholderLinksCsv(network),
    },
  ]
}

function itemsCsv({ domains }: Assessment): string {
  const header = [
    'domain',
    'kind',
    'date',
    'text',
    'source',
    'citation',
    'address',
    'stance',
    'confidence',
    'what',
    'direction',
    'from',
    'to',
    'value',
    'unit',
    'by',
    'estimated',
    'place',
    'lat',
    'lon',
    'within_km',
    'km_from_capital_a',
    'km_from_capital_b',
  ]
  const rows = domains.flatMap(({ id, items }) =>
    items.map(({ kind, date, text, source, citation, address, direction, confidence, where, reported: report }) => [
      ...[id, kind, date, text, source, citation, address, direction, confidence],
      ...[report?.what, report?.direction, report?.from, report?.to, report?.value, report?.unit, report?.by, report?.estimated],
      ...[where?.name, where?.lat, where?.lon, where?.within, where?.from[0]?.km, where?.from[1]?.km],
    ]),
  )
  return csv(header, rows)
}

function metadata(assessment: Assessment, parts: readonly Part[]): string {
  const { schemaVersion, a, b, from, to, snapshot, seed, headline, sources } = assessment
  const files = parts.map(({ name, holds, text }) => ({ name, holds, columns: text.slice(0, text.indexOf('\n')).split(',') }))
  return `${JSON.stringify({ schemaVersion, title: titleOf(assessment), a, b, from, to, snapshot, seed, headline, files, sources }, null, 2)}\n`
}

function readme(assessment: Assessment, parts: readonly Part[]): string {
  const { a, b, from, to, snapshot, seed, headline, sources } = assessment
  const title = titleOf(assessment)
  const window = from === null ? '' : ` --from ${from}`
  const lines = [
    title,
    '='.repeat(title.length),
    '',
    ...headline.map((line) => wrap(line, 100)),
    '',
    'FILES',
    ...parts.map(({ name, holds }) => wrap(`${name}: ${holds}`, 100, '  ')),
    '  metadata.json: the pair, the snapshot, the columns of each file, and the card of every source',
    '',
    'HOW TO READ THEM',
    ...caveats.map((line) => wrap(line, 100, '  ')),
    '',
    'MADE BY',
    `  visavis assess ${a.iso3} ${b.iso3}${window} --to ${to} --snapshot ${snapshot.id} --seed ${seed} --format zip -o FILE.zip`,
    `  The same command on the same snapshot (${snapshot.id} of ${snapshot.created}) gives the same bytes.`,
    '',
    'CITE',
    wrap(`Vis-à-vis. ${title}. Snapshot ${snapshot.id} of ${snapshot.created} [software and data].`, 100, '  '),
    ...sources.map(({ id, citation, vintage, licence, url }) =>
      wrap(`${id}: ${citation} Edition: ${vintage}. Licence: ${licence.id}. ${url}`, 100, '  '),
    ),
    '',
  ]
  return lines.join('\n')
}

const caveats = [
  'Text is UTF-8; fields are parted by commas, decimals have a point, days are YYYY-MM-DD.',
  'Missing is not zero. state says what a row is: observed, estimated, unknown, or not-applicable. An unknown has blank figures and its reason.',
  'low90 and high90 are the ends of a 90 % interval where interval says bootstrap, binomial or credible. Where it says reports, they are the lowest and the highest of rival reports, and no level goes with them. exact is a count, or an amount as one source prints it; certainty says where that is one report alone, or at least so much. break date is the 90 % interval of a year; ordinal and none have no ends.',
  'A percentile is among all pairs that the same source covers in the same year. Domains rest on different sources and are not to be added up.',
  'x.percentile, x.change and x.series belong to the figure x. Amounts are in current prices of the currency that unit names.',
  'The terms of each source hold for its figures: see licence in metadata.json before passing them on.',
]

function titleOf({ a, b, to }: Assessment): string {
  return `${a.name} and ${b.name}, as of ${to}`
}
