import { isKnown } from '../figures/estimate.ts'
import { FigureValue } from '../figures/figure-value.tsx'
import { type ComparedPair, type ComparisonRow, type PairComparison, pairName } from './comparison-route.ts'
import { domainTitles } from './domain-titles.ts'

/** Shows every figure of every pair: figures as rows, pairs as columns. */
export function FiguresTable({ comparison }: { readonly comparison: PairComparison }) {
  const { pairs, rows, to } = comparison
  return (
    <section class="scroll" tabIndex={0} aria-label="Figures side by side">
      <table class="compared">
        <caption>Figures by {to}; one click or key on a figure shows its source and rows</caption>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            {pairs.map((pair) => (
              <th key={pairName(pair, true)} scope="col">
                <a href={`/dyad/${pair.a.iso3}/${pair.b.iso3}`}>{pairName(pair)}</a>
              </th>
            ))}
          </tr>
        </thead>
        {[...new Set(rows.map(({ domain }) => domain))].map((domain) => (
          <tbody key={domain}>
            <tr>
              <th scope="rowgroup" colSpan={pairs.length + 1} class="domain">
                {domainTitles[domain]}
              </th>
            </tr>
            {rowsOf(rows, domain).map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.label}</th>
                {row.cells.map((cell, i) => (
                  <td key={pairName(pairs[i]!, true)}>
                    <Cell cell={cell} pair={pairs[i]!} to={to} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

/**
 * Returns the rows of a domain that have a figure for some pair. If there are none, returns all: these only say that the domain is unknown.
 */
function rowsOf(rows: readonly ComparisonRow[], domain: string): readonly ComparisonRow[] {
  const own = rows.filter((row) => row.domain === domain)
  const told = own.filter(({ cells }) => cells.some((cell) => isKnown(cell?.level)))
  return told.length === 0 ? own : told
}

interface CellProps {
  readonly cell: ComparisonRow['cells'][number]
  readonly pair: ComparedPair
  readonly to: string
}

function Cell({ cell, pair: { a, b }, to }: CellProps) {
  if (cell === null) return <span class="unknown-value">not available</span>
  const { level, percentile } = cell
  const asked = { a: a.iso3, b: b.iso3, to }
  return (
    <>
      <FigureValue estimate={level} pair={asked} />
      {isKnown(level) && <div class="soft small">{level.period.replace('/', ' to ')}</div>}
      {isKnown(percentile) && (
        <div class="soft small">
          percentile <FigureValue estimate={percentile} pair={asked} />
        </div>
      )}
    </>
  )
}
