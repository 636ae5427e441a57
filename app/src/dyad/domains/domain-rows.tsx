import { route, setQuery } from '../../route.ts'
import { type Assessment, requestOf } from '../assessment-values.ts'
import { DomainRow } from './domain-row.tsx'

/** Shows the domains in the order of the one-screen answer, then those of which nothing is known. The URL has the open ones: `domain=trade,arms`. */
export function DomainRows({ assessment }: { readonly assessment: Assessment }) {
  const pair = requestOf(assessment)
  const open = (route.value.query['domain'] ?? '').split(',').filter(Boolean)
  const turn = (id: string, opened: boolean): void => {
    const others = open.filter((one) => one !== id)
    setQuery({ domain: [...others, ...(opened ? [id] : [])].join(',') || undefined }, { replace: true })
  }
  const { rows } = assessment.overview
  const place = (id: string): number => {
    const at = rows.findIndex((row) => row.id === id)
    return at === -1 ? rows.length : at
  }
  const ordered = [...assessment.domains].sort((x, y) => place(x.id) - place(y.id))
  return (
    <section id="domains" aria-labelledby="domains-title">
      <h2 id="domains-title">Domains</h2>
      <p class="soft small">
        One line each, by its leading figure; a line opens to all figures. Places are among all pairs of states; in brackets: 90 % intervals
        or probabilities. Domains have different sources and are not added up.
      </p>
      <div class="domain-heads small soft" aria-hidden="true">
        <span />
        <span>level</span>
        <span>by year</span>
        <span>ten years</span>
        <span>year</span>
        <span>source</span>
      </div>
      <ul class="domains">
        {ordered.map((domain) => (
          <DomainRow
            key={domain.id}
            domain={domain}
            row={rows.find(({ id }) => id === domain.id)}
            assessment={assessment}
            pair={pair}
            open={open.includes(domain.id)}
            onOpen={(opened) => turn(domain.id, opened)}
          />
        ))}
      </ul>
    </section>
  )
}
