import { useSignal } from '@preact/signals'
import { formatFigure, formatShare } from '../../../src/server/wording.ts'
import type { RoutesOf } from './routes-route.ts'

const few = 25

/** Products that fell at the target, by hub: what exceeds expected exports, and the false-discovery rate. */
export function ProductsTable({ answer }: { readonly answer: RoutesOf }) {
  const onlyFound = useSignal(false)
  const all = useSignal(false)
  const { products, placebo } = answer
  const hubs = answer.hubs.filter(({ products_found: found }) => found !== null)
  const rows = products.filter((one) => !onlyFound.value || one.hubs.some(({ q, excess }) => q <= placebo.rate && excess > 0))
  const shown = all.value ? rows : rows.slice(0, few)
  return (
    <>
      <p class="row no-print">
        <button type="button" aria-pressed={onlyFound.value} onClick={() => (onlyFound.value = !onlyFound.value)}>
          Findings only
        </button>
        {rows.length > few && (
          <button type="button" aria-pressed={all.value} onClick={() => (all.value = !all.value)}>
            {all.value ? `The first ${few}` : `All ${rows.length} here`}
          </button>
        )}
      </p>
      <section class="scroll" tabIndex={0} aria-label="Products by hub">
        <table class="routes-products">
          <caption class="visually-hidden">Products by hub: exports beyond expected, in EUR, with the false-discovery rate q</caption>
          <thead>
            <tr>
              <th scope="col">Product</th>
              <th scope="col">Tier</th>
              <th scope="col" class="number">
                To {answer.target.name}, before → after
              </th>
              <HubHeads hubs={hubs} />
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <tr key={one.product}>
                <th scope="row">
                  {one.product}
                  {one.name !== null && <span class="soft small routes-name"> {one.name}</span>}
                </th>
                <td>{one.tier ?? ''}</td>
                <td class="number">
                  {euro(one.target_pre)} → {euro(one.target_post)}
                </td>
                {hubs.map(({ iso3 }) => (
                  <Cell key={iso3} at={one.hubs.find((cell) => cell.iso3 === iso3)} keptOut={one.kept_out} rate={placebo.rate} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="under">
        In bold: found at a false-discovery rate of {formatShare(placebo.rate)}, hubs first and products within them. A single product is a
        candidate: most are found only where what is rerouted is many times what the hub bought before. † A base near zero: a growth rate
        means nothing. Kept out: the code began, ended or changed with a nomenclature, and is in the plain sums alone.{' '}
        {answer.products_total > products.length &&
          `The ${products.length} with the clearest rise of ${answer.products_total}; the CSV has all.`}
      </p>
    </>
  )
}

const euro = (value: number): string => formatFigure(value, 'EUR')

interface CellProps {
  readonly at: RoutesOf['products'][number]['hubs'][number] | undefined
  readonly keptOut: string | null
  readonly rate: number
}

function Cell({ at, keptOut, rate }: CellProps) {
  if (at === undefined) return <td class="number soft">{keptOut === null ? 'not tested' : `kept out: ${keptOut}`}</td>
  const words = `${euro(at.excess)}${at.near_zero_base ? ' †' : ''}`
  const found = at.q <= rate && at.excess > 0
  return (
    <td class="number" title={`90 % interval ${euro(at.low90)} to ${euro(at.high90)}; before ${euro(at.pre)}, after ${euro(at.post)}`}>
      {found ? <b>{words}</b> : words}
      <span class="soft small"> q {at.q.toPrecision(2)}</span>
    </td>
  )
}

/** Sums by tier of the Common High Priority List. */
export function TiersTable({ answer }: { readonly answer: RoutesOf }) {
  const hubs = answer.hubs.filter(({ products_found: found }) => found !== null)
  return (
    <section class="scroll" tabIndex={0} aria-label="Tiers of the Common High Priority List">
      <table class="routes-tiers">
        <caption class="visually-hidden">Exports by tier of the Common High Priority List, before and after</caption>
        <thead>
          <tr>
            <th scope="col">Tier</th>
            <th scope="col" class="number">
              Codes in the data
            </th>
            <th scope="col" class="number">
              {answer.target.name}
            </th>
            <HubHeads hubs={hubs} />
          </tr>
        </thead>
        <tbody>
          {answer.tiers.map((tier) => (
            <tr key={tier.tier}>
              <th scope="row">{tier.tier}</th>
              <td class="number">{answer.goods.list === 'chpl' ? `${tier.with_data} of ${tier.codes}` : tier.with_data}</td>
              <td class="number">
                {euro(tier.target_pre)} → {euro(tier.target_post)}
              </td>
              {hubs.map(({ iso3 }) => {
                const at = tier.hubs.find((hub) => hub.iso3 === iso3)
                return (
                  <td key={iso3} class="number">
                    {at === undefined ? 'unknown' : `${euro(at.pre)} → ${euro(at.post)}`}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function HubHeads({ hubs }: { readonly hubs: RoutesOf['hubs'] }) {
  return hubs.map(({ iso3, name }) => (
    <th key={iso3} scope="col" class="number">
      {name}
    </th>
  ))
}
