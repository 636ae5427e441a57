import { type Estimate, isKnown, type PairAndDay } from '../../figures/estimate.ts'
import { FigureValue } from '../../figures/figure-value.tsx'
import { type Domain, periodText } from '../assessment-values.ts'
import { ChangeValue } from './change-value.tsx'
import { companionOf } from './leading-figure.ts'

/** Shows all figures of a domain: value, interval, period, percentile, change and sources. */
export function DomainFigures({ domain, pair }: { readonly domain: Domain; readonly pair: PairAndDay }) {
  const levels = domain.estimates.filter(({ id }) => !id.includes('.'))
  if (levels.length === 0) return null
  const ranked = levels.some((level) => companionOf(domain.estimates, level, 'percentile') !== undefined)
  const moved = levels.some((level) => companionOf(domain.estimates, level, 'change') !== undefined)
  return (
    <section class="scroll" tabIndex={0} aria-label={`Figures of ${domain.title.toLowerCase()}`}>
      <table>
        <caption class="visually-hidden">Figures: {domain.title.toLowerCase()}</caption>
        <thead>
          <tr>
            <th scope="col">figure</th>
            <th scope="col">value and interval</th>
            <th scope="col">when</th>
            {ranked && <th scope="col">percentile</th>}
            {moved && <th scope="col">in ten years</th>}
            <th scope="col">source</th>
          </tr>
        </thead>
        <tbody>
          {levels.map((level, at) => (
            <FigureRow key={`${level.id} ${at}`} level={level} domain={domain} pair={pair} ranked={ranked} moved={moved} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface FigureRowProps {
  readonly level: Estimate
  readonly domain: Domain
  readonly pair: PairAndDay
  readonly ranked: boolean
  readonly moved: boolean
}

function FigureRow({ level, domain, pair, ranked, moved }: FigureRowProps) {
  const rank = companionOf(domain.estimates, level, 'percentile')
  const change = companionOf(domain.estimates, level, 'change')
  return (
    <tr>
      <th scope="row">
        {level.label}
        {!isKnown(level) && <span class="soft small reason">{level.reason}</span>}
      </th>
      <td>
        <FigureValue estimate={level} pair={pair} />
      </td>
      <td>{periodText(level.period)}</td>
      {ranked && <td>{rank !== undefined && <FigureValue estimate={rank} pair={pair} />}</td>}
      {moved && <td>{change !== undefined && <ChangeValue estimate={change} pair={pair} level={level} />}</td>}
      <td>
        <SourceLinks estimate={level} />
      </td>
    </tr>
  )
}

/** Lists the sources of a figure, with links to their pages. */
export function SourceLinks({ estimate }: { readonly estimate: Estimate }) {
  if (!isKnown(estimate)) return null
  const ids = [...new Set(estimate.evidence.map(({ source }) => source))]
  return (
    <>
      {ids.map((id, at) => (
        <span key={id}>
          {at > 0 && ', '}
          <a href={`/data/${id}`}>{id}</a>
        </span>
      ))}
    </>
  )
}
