import type { Assessment } from '../dyad/assessment-values.ts'
import type { EmbedOffer } from '../figures/embed-offer.ts'
import { route, urlOf } from '../route.ts'

/** Charts of which the server draws a picture. */
const drawnByServer = /^(?:standing|trade|votes-by-topic|third-states-.+|ledger-by-year|stakeholders)$/

/** Charts that mark no year. */
const withoutYear = /^(?:votes-by-topic|third-states-|stakeholders)/

/**
 * Returns how a chart of the page of a pair is shown alone, as it is now: as of the day and with the year or horizon chosen.
 *
 * @param more   what else the address must have, so that the full page shows the same chart
 */
export function embedOfPair({ a, b }: Assessment, chart: string, more: Readonly<Record<string, string>> = {}): EmbedOffer {
  const { to, year, ahead } = route.peek().query
  const kept = chart.startsWith('outlook-') ? { ahead } : withoutYear.test(chart) ? { to, ...more } : { to, year }
  return {
    address: urlOf('dyad', [a.iso3, b.iso3], { ...kept, embed: chart }),
    about: `${a.name} and ${b.name}`,
    // a picture shows the newest record
    ...(drawnByServer.test(chart) && to === undefined ? { picture: `/picture/dyad/${a.iso3}/${b.iso3}/${chart}.png` } : {}),
  }
}
