import { badInput } from '../../errors.ts'
import type { Columns } from '../../store/session.ts'
import { coverageOf, type SourceCard, sipriLicence } from '../cards/source-cards.ts'
import { type ExactSum, exactSum } from '../rows/exact-sum.ts'
import { inSingleUnits, type Observation, observationColumns, toObservation } from '../rows/observation.ts'
import { type SourceEvent, sourceEventColumns } from '../rows/partner-events.ts'
import { sipriParty } from './sipri-party.ts'
import { type Deal, type Register, readRegister, sipriVintage, sipriVolume } from './sipri-register-deals.ts'

export const card: SourceCard = {
  id: 'sipri-register',
  title: 'SIPRI Arms Transfers Database: trade register',
  provider: 'Stockholm International Peace Research Institute (SIPRI)',
  url: 'https://armstransfers.sipri.org',
  licence: sipriLicence('Free for non-commercial use with attribution; publishing the register again needs its permission.'),
  citation: 'Stockholm International Peace Research Institute. SIPRI Arms Transfers Database, trade register. Solna.',
  vintage: 'day of the export, as its preamble says',
  coverage: coverageOf(
    ['arms-deliveries-tiv', 'arms-orders'],
    1950,
    2024,
    'all suppliers and recipients, or those for which the export was asked',
  ),
  quirks: [
    'An order is in words, "about" where SIPRI puts a question mark; comments, which say what a deal cost, are not kept.',
    'TIV measures what the weapons can do, not what was paid for them.',
    'The register gives the volume of a deal and the years of its deliveries; we spread it over these years in equal parts, a year listed twice counting twice. SIPRI knows the real numbers by year and does not publish them: a figure with a spread deal in it is estimated, and so is one with a number delivered that SIPRI marks with "?".',
    'Where the export is of all suppliers, a recipient has a total from WLD, and a supplier has none to it if SIPRI identified no deliveries of major arms; the same the other way round. Small arms, ammunition and most parts are outside the database.',
    'Armed groups, organisations, territories and unknown parties are in no pair; they are in the totals from and to WLD.',
    'Deliveries before a state came to be stand under the later state, as SIPRI files them (Kuwait from 1953).',
    'In this form 0 stands only for deals without deliveries yet; they give no row.',
  ],
}

/** The most lines of deals that a locator lists. */
const linesListed = 20

interface Sum {
  readonly volume: ExactSum
  spread: boolean
  readonly lines: number[]
}

/**
 * Reads deliveries of major arms by supplier, recipient and calendar year from a trade register, in million TIV. A deal's delivered volume is divided equally
 * among the delivery years listed. If the export covers every state, there are also totals: each supplier's to WLD, each recipient's from WLD, and the world's.
 *
 * The deals between two states become rows of `events`, one each. The `locator` of a figure names the lines of its deals.
 */
export async function readSipriRegister(path: string): Promise<{ events: Columns; observations: Columns }> {
  const register = await readRegister(path)
  const sums = new Map<string, Sum>()
  for (const deal of register.deals) for (const year of deal.years) addTo(sums, deal, year, register)
  return {
    events: sourceEventColumns(
      register.deals.flatMap((deal) => orderOf(deal, register)),
      card,
    ),
    observations: observationColumns([...sums].map(([key, sum]) => observationOf(key, sum, register))),
  }
}

/** Returns a deal between two states as an event, from the year of the order to the last delivery listed; an empty list if a party is not a state. */
function orderOf(deal: Deal, { file, generated }: Register): SourceEvent[] {
  const year = deal.years[0] ?? deal.ordered
  const where = `${file}:${deal.line}`
  const [from, to] = [sipriParty(deal.supplier, year, where), sipriParty(deal.recipient, year, where)]
  if (from === null || to === null) return []
  const parties = { from_id: from, from_name: deal.supplier, to_id: to, to_name: deal.recipient }
  const days = { date: `${deal.ordered}-01-01`, end_date: `${Math.max(deal.ordered, ...deal.years)}-12-31` }
  return [{ ...parties, ...days, kind: 'order', code: deal.words, vintage: sipriVintage(card, generated), locator: where }]
}

function addTo(sums: Map<string, Sum>, deal: Deal, year: number, { file, allSuppliers, allRecipients }: Register): void {
  const where = `${file}:${deal.line}`
  const [from, to] = [sipriParty(deal.supplier, year, where), sipriParty(deal.recipient, year, where)]
  if (from !== null && from === to) throw badInput(`${where}: "${deal.supplier}" and "${deal.recipient}" are one state in ${year}`)
  const flows: [from: string | null, to: string | null][] = [[from, to]]
  if (allRecipients) flows.push([from, 'WLD'])
  if (allSuppliers) flows.push(['WLD', to])
  if (allSuppliers && allRecipients) flows.push(['WLD', 'WLD'])
  for (const [one, other] of flows) {
    if (one === null || other === null) continue
    const key = `${one}|${other}|${year}`
    const sum = sums.get(key) ?? { volume: exactSum(), spread: false, lines: [] }
    sum.volume.add(deal.delivered / deal.years.length)
    sum.spread ||= deal.uncertain || deal.years.some((listedYear) => listedYear !== year)
    if (sum.lines.at(-1) !== deal.line) sum.lines.push(deal.line)
    sums.set(key, sum)
  }
}

function observationOf(key: string, { volume, spread, lines }: Sum, { file, generated }: Register): Observation {
  const [from, to, year] = key.split('|') as [string, string, string]
  const more = lines.length > linesListed ? ` and ${lines.length - linesListed} more` : ''
  return toObservation(card, {
    ...{
      ...sipriVolume,
      from,
      to,
      period: Number(year),
      value: inSingleUnits(volume.value(), 0),
      status: spread ? 'estimated' : 'observed',
    },
    ...{ vintage: sipriVintage(card, generated), locator: `${file}:${lines.slice(0, linesListed).join(',')}${more}` },
  })
}
