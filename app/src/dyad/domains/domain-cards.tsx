import { route, setQuery } from '../../route.ts'
import { type Assessment, requestOf } from '../assessment-values.ts'
import { DomainCard } from './domain-card.tsx'

/** Shows the domains in order. The URL has the expanded ones: `domain=trade,arms`. */
export function DomainCards({ assessment }: { readonly assessment: Assessment }) {
  const pair = requestOf(assessment)
  const open = (route.value.query['domain'] ?? '').split(',').filter(Boolean)
  const turn = (id: string, opened: boolean): void => {
    const others = open.filter((one) => one !== id)
    setQuery({ domain: [...others, ...(opened ? [id] : [])].join(',') || undefined }, { replace: true })
  }
  return (
    <section id="domains" aria-labelledby="domains-title">
      <h2 id="domains-title">Domains</h2>
      <p class="soft small">
        The mark on a line is the percentile among all pairs that the source covers in that year, its band the 90 % interval. A dashed line:
        told, but ranked by no source. Hatched: unknown. Domains have different sources and are not added up.
      </p>
      <div class="domains">
        {assessment.domains.map((domain) => (
          <DomainCard
            key={domain.id}
            domain={domain}
            pair={pair}
            open={open.includes(domain.id)}
            onOpen={(opened) => turn(domain.id, opened)}
          />
        ))}
      </div>
    </section>
  )
}
