import { quantityNamed } from '../../outlook/targets/quantities.ts'
import type { IssuedRow, IssuedTargetScore, IssuedYear, OutlookIssuedAnswer } from '../../reports/outlook/issued-answer.ts'
import type { Input, Operation } from '../request/operation.ts'
import type { IssuedLedger } from './issued-files.ts'

/** What did the project forecast in its yearly ledgers, and how did it come out? */
export const outlookIssuedOperation: Operation = {
  name: 'outlook issued',
  summary: 'the project’s yearly forecasts of a hundred pairs, and how they came out',
  description:
    'Returns the forecasts that this project issued, a hundred pairs a year by a written rule, with snapshot, seed and SHA-256, and what has come out since with its scores. ' +
    'The ledger of 2019 was made afterwards, from data to 2019, and says so. A file that was changed is refused.',
  parameters: [
    { name: 'year', kind: 'year', help: 'entries of this year (default: the newest that was issued in time)' },
    { name: 'first', kind: 'integer', least: 0, most: 100_000, help: 'only so many entries: those that came out, then those due first' },
  ],
  quick: true,
  formats: ['table', 'json', 'csv'],
  examples: ['visavis outlook issued', 'visavis outlook issued --year 2019 --format csv -o from-2019.csv'],
  load: async () => {
    const [{ outlookIssuedSchema }, reports] = await Promise.all([
      import('./issued-schema.ts'),
      import('../../reports/outlook/issued-text.ts'),
    ])
    return { output: outlookIssuedSchema, run, show: { table: reports.issuedText, csv: reports.issuedCsv } }
  },
}

async function run(input: Input): Promise<OutlookIssuedAnswer> {
  const { issuedNames, readIssued } = await import('./issued-files.ts')
  const ledgers = await Promise.all((await issuedNames()).map(readIssued))
  const asked = input['year'] as number | undefined
  const shown =
    asked === undefined
      ? (ledgers.findLast(({ header }) => !header.madeAfterwards) ?? ledgers.at(-1))
      : ledgers.find(({ header }) => header.year === asked)
  if (shown === undefined && asked !== undefined) {
    const { VisavisError } = await import('../../errors.ts')
    throw new VisavisError(
      'NoCoverage',
      `no forecasts were issued in ${asked}; there are those of ${ledgers.map(({ header }) => header.year).join(', ')}`,
    )
  }
  return {
    schemaVersion: 1,
    years: ledgers.map(yearOf),
    targets: ledgers.flatMap(scoresOf),
    entries: shown === undefined ? [] : firstOf(rowsOf(shown), input['first'] as number | undefined),
  }
}

const statusOrder = ['resolved', 'open', 'void'] as const

/** Returns so many rows: those that came out first, then by the day on which they can be settled; all in the order of the file without a limit. */
function firstOf(rows: IssuedRow[], limit: number | undefined): IssuedRow[] {
  if (limit === undefined) return rows
  const rank = ({ status }: IssuedRow): number => statusOrder.indexOf(status)
  return rows.sort((x, y) => rank(x) - rank(y) || x.resolvesOn.localeCompare(y.resolvesOn)).slice(0, limit)
}

function yearOf({ header, entries, scores }: IssuedLedger): IssuedYear {
  const { year, issued, snapshot, seed, sha256, madeAfterwards } = header
  const resolved = scores.filter(({ status }) => status === 'resolved').length
  const n = entries.length
  return { year, issued, snapshot, seed, sha256, n, open: n - scores.length, resolved, void: scores.length - resolved, madeAfterwards }
}

const unsettled = {
  status: 'open',
  ...{ settled: null, outcome: null, score: null, baselineScore: null, logScore: null, baselineLogScore: null },
  ...{ within80: null, within95: null, why: null },
} as const

function rowsOf({ header, entries, scores }: IssuedLedger): IssuedRow[] {
  const found = new Map(scores.map(({ snapshot: _, ...score }) => [score.id, score]))
  return entries.map((entry) => ({ year: header.year, ...entry, ...(found.get(entry.id) ?? unsettled) }))
}

/** Means by quantity or kind of event, whatever the direction, the sender or the bloc. */
function scoresOf(ledger: IssuedLedger): IssuedTargetScore[] {
  const kindOf = (target: string): string => quantityNamed(target)?.quantity.id ?? target.split(':')[0]!
  const resolved = rowsOf(ledger).filter(({ score }) => score !== null)
  return [...new Set(resolved.map(({ target }) => kindOf(target)))].sort().map((target) => {
    const own = resolved.filter((row) => kindOf(row.target) === target)
    const mean = (of: 'score' | 'baselineScore' | 'logScore' | 'baselineLogScore' | 'within80' | 'within95'): number | null =>
      own[0]![of] === null ? null : own.reduce((sum, row) => sum + Number(row[of]), 0) / own.length
    return {
      ...{ year: ledger.header.year, target, resolved: own.length, score: mean('score')!, baselineScore: mean('baselineScore')! },
      ...{ logScore: mean('logScore'), baselineLogScore: mean('baselineLogScore'), within80: mean('within80'), within95: mean('within95') },
    }
  })
}
