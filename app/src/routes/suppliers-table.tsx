import { formatFigure, formatShare } from '../../../src/server/wording.ts'
import type { RoutesOf } from './routes-route.ts'

const usd = (value: number): string => formatFigure(value, 'USD')
const share = (value: number): string => (value < 1e-4 ? 'under 0.01 %' : formatShare(value))

/** What states outside the EU sell to the target, in two groups of goods. */
export function Suppliers({ answer }: { readonly answer: RoutesOf }) {
  const { semiconductors, electronics } = answer.other_suppliers
  if (semiconductors === null && electronics === null) return null
  return (
    <>
      <h2>From elsewhere than the EU</h2>
      {semiconductors !== null && (
        <section class="scroll" tabIndex={0} aria-label="Semiconductors by seller">
          <table class="routes-suppliers">
            <caption>
              Semiconductors with solar cells sold to {answer.target.name} in {semiconductors.year}: {usd(semiconductors.total)}
            </caption>
            <Heads titles={['Sold', 'Share', 'Its share of what others buy']} />
            <tbody>
              {semiconductors.states.map(({ iso3, name, value, share: own, share_elsewhere: elsewhere }) => (
                <Row key={iso3} name={name} cells={[usd(value), share(own), share(elsewhere)]} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {electronics !== null && electronics.check?.is_usable !== false && (
        <section class="scroll" tabIndex={0} aria-label="Electronics by seller">
          <table class="routes-suppliers">
            <caption>
              Electronics sold to {answer.target.name}, {electronics.pre_year} and {electronics.post_year}, by input-output tables
            </caption>
            <Heads titles={['Before', 'After', 'Growth', 'Growth elsewhere', 'Place among its markets']} />
            <tbody>
              {electronics.states.map(({ iso3, name, pre, post, growth, expected_growth: expected, rank, of }) => (
                <Row
                  key={iso3}
                  name={name}
                  cells={[usd(pre), usd(post), growth.toPrecision(2), expected.toPrecision(2), `${rank} of ${of}`]}
                />
              ))}
            </tbody>
          </table>
        </section>
      )}
      <p class="under">
        {semiconductors !== null &&
          'One year is a level, not a growth. A share many times that of what others buy is as re-export or a common border makes it. '}
        {electronics?.check?.is_usable === false &&
          'Input-output tables of electronics are not shown: in them the EU’s own sales do not show the ban that customs show. '}
        {electronics !== null && electronics.check?.is_usable !== false && 'Two years, one on each side: growth has no interval.'}
      </p>
    </>
  )
}

function Heads({ titles }: { readonly titles: readonly string[] }) {
  return (
    <thead>
      <tr>
        <th scope="col">State</th>
        {titles.map((title) => (
          <th key={title} scope="col" class="number">
            {title}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function Row({ name, cells }: { readonly name: string; readonly cells: readonly string[] }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {cells.map((cell, i) => (
        <td key={String(i)} class="number">
          {cell}
        </td>
      ))}
    </tr>
  )
}
