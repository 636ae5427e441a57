import type { EveryDyadAnswer, PairTally } from '../../assessments/pairs/every-dyad.ts'
import { dyadColumns } from '../../assessments/pairs/every-dyad-rows.ts'
import { csv } from '../text/csv.ts'
import { rowPieces } from '../text/row-pieces.ts'
import { textTable } from '../text/table.ts'

/** Writes the coverage of each domain, and the pairs with the most and the fewest figures. */
export function dyadsText(answer: EveryDyadAnswer): string {
  const { pairs, states, figures, to, state, errors, snapshot } = answer
  const scope = state === null ? `${count(states)} states` : `${state} and ${count(states - 1)} other states`
  const head = `${count(pairs)} pairs of ${scope} on ${to}, ${count(figures)} known figures, ${perPair(figures, pairs)} a pair (record of ${snapshot.created.slice(0, 10)}, ${snapshot.id}).`
  const failed = errors.map(({ message, pairs: some, first }) => `${count(some)} pairs (first ${first}): ${message}`)
  return [
    head,
    domainTable(answer),
    `Most can be told of\n${pairTable(answer.most)}`,
    `Least can be told of\n${pairTable(answer.fewest)}`,
    failed.length === 0 ? 'No pair failed.' : `Failed:\n${failed.join('\n')}`,
  ].join('\n\n')
}

function domainTable({ domains, pairs }: EveryDyadAnswer): string {
  const right = { align: 'right' } as const
  const columns = [
    { title: 'domain' },
    { title: 'pairs known', ...right },
    { title: '%', ...right },
    { title: 'unknown', ...right },
    { title: 'not applicable', ...right },
    { title: 'figures', ...right },
  ]
  const rows = domains.map(({ title, known, unknown, notApplicable, figures }) => [
    title,
    count(known),
    pairs === 0 ? '' : ((100 * known) / pairs).toFixed(1),
    count(unknown),
    count(notApplicable),
    count(figures),
  ])
  return textTable(columns, rows)
}

function pairTable(pairs: readonly PairTally[]): string {
  const columns = [{ title: 'pair' }, { title: 'domains', align: 'right' as const }, { title: 'figures', align: 'right' as const }]
  return textTable(
    columns,
    pairs.map(({ a, b, domains, figures }) => [`${a} ${b}`, String(domains), String(figures)]),
  )
}

/** Writes every figure as a row of CSV, in chunks, because all rows together may exceed the longest possible string. */
export function* dyadsCsv({ rows, codes }: EveryDyadAnswer): Generator<string> {
  const columns = [...dyadColumns, 'cow_a', 'cow_b', 'gw_a', 'gw_b']
  const numbers = new Map(codes.map((one) => [one.iso3, [one.cow, one.gw] as const]))
  const numbersOf = (iso3: string): readonly [cow: number | null, gw: number | null] => numbers.get(iso3) ?? [null, null]
  yield csv(columns, [])
  for (const some of rowPieces(rows))
    yield withoutHeader(
      csv(
        columns,
        some.map((row) => {
          const [[cowA, gwA], [cowB, gwB]] = [numbersOf(row.a), numbersOf(row.b)]
          return [...dyadColumns.map((name) => row[name]), cowA, cowB, gwA, gwB]
        }),
      ),
    )
}

function withoutHeader(text: string): string {
  return text.slice(text.indexOf('\n') + 1)
}

function count(value: number): string {
  return value.toLocaleString('en-US')
}

function perPair(figures: number, pairs: number): string {
  return pairs === 0 ? '0' : (figures / pairs).toFixed(1)
}
