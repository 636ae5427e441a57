import { isKnown } from '../../store/index.ts'
import type { DomainAssessment } from '../forms/assessment.ts'
import type { DomainId } from '../forms/domains.ts'
import type { Judgement, KeyGap } from '../forms/judgement-form.ts'
import { domainOf, estimateOf, type Findings } from './judgement-parts.ts'

const most = 8

/**
 * Lists the facts missing from the record, at most eight, by how much they could change a judgement.
 *
 * Gaps that prevent a judgement come first, then gaps that could change one, the least decided first. Possible omissions in a table follow, then entire
 * domains without data, in their order.
 *
 * @param of   gaps that the judgements reported
 */
export function keyGapsOf(findings: Findings, of: readonly KeyGap[], judgements: readonly Judgement[]): KeyGap[] {
  const weight = ({ judgement }: KeyGap): number => {
    const made = judgements.find(({ id }) => id === judgement)
    return made === undefined ? 0 : Math.abs(made.probability.value - 0.5)
  }
  const told = of.filter((gap, i) => of.findIndex(({ id }) => id === gap.id) === i).sort((x, y) => weight(x) - weight(y))
  return [...told, ...shortTables(findings), ...findings.domains.flatMap(silence)].slice(0, most)
}

/** Facts that may be missing from an incomplete table: what it does not list is unknown, not absent. */
const short: readonly { domain: DomainId; figures: readonly string[]; missing: string; fill: string }[] = [
  {
    domain: 'alliance',
    figures: ['commitment-defence'],
    missing: 'whether a treaty binds them to defend one another',
    fill: 'the ATOP data (atopdata.org), then visavis add atop FILE: commitments of 1815 to 2018; its terms do not let the record pass it on',
  },
  {
    domain: 'sanctions',
    figures: ['regimes-a-on-b', 'regimes-b-on-a'],
    missing: 'whether either has sanctions on the other',
    fill: 'the Global Sanctions Data Base (globalsanctionsdatabase.com, on request), then visavis add gsdb FILE',
  },
]

function shortTables(findings: Findings): KeyGap[] {
  return short.flatMap(({ domain, figures, missing, fill }) => {
    const found = figures.map((id) => estimateOf(findings, id))
    const [first] = found
    if (first === undefined || domainOf(findings, domain)?.state === 'unknown') return []
    if (!found.every((one) => one?.state === 'unknown') || !('reason' in first)) return []
    return [{ id: `short-${domain}`, domains: [domain], missing, why: first.reason, fill, judgement: null }]
  })
}

/** Returns the gap of a domain without data. */
function silence({ id, title, state, estimates, wouldFill }: DomainAssessment): KeyGap[] {
  const [first] = estimates
  if (state !== 'unknown' || first === undefined || isKnown(first)) return []
  const fill = wouldFill ?? (first.state === 'unknown' ? first.wouldTell : undefined)
  if (fill === undefined) return []
  return [
    {
      id: `domain-${id}`,
      domains: [id],
      missing: `any figure of ${title.toLowerCase()}`,
      why: first.reason.replace(/\.$/, ''),
      fill: fill.replace(/\.$/, ''),
      judgement: null,
    },
  ]
}
