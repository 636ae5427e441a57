import type { Indicator, IndicatorDomain } from './indicator.ts'
import { quotedEnergyIndicators } from './indicators-energy-quoted.ts'

type Entry = readonly [
  id: string,
  title: string,
  unit: string,
  domain: IndicatorDomain,
  higher: string,
  definition: string,
  limits: string,
  relation?: 'undirected',
]

const entries: readonly Entry[] = [
  [
    'arms-deliveries-five-years',
    'Deliveries of major arms in five years',
    'million TIV',
    'arms',
    'the supplier delivered more military capability to the recipient',
    'Volume of major conventional arms delivered in five calendar years in SIPRI trend-indicator values, quoted as a single fact; from = supplier.',
    'Capability, not price or payment; small arms, ammunition and most components are left out.',
  ],
  [
    'arms-import-share',
    "Supplier's share in the recipient's arms imports",
    'share',
    'arms',
    'more of what the recipient takes comes from this supplier',
    "Share of the supplier in the volume of the recipient's imports of major arms in five calendar years, by SIPRI; from = supplier.",
    'A share of imports says nothing of what the recipient makes itself, and a high share of little is little.',
  ],
  [
    'arms-export-share',
    "Recipient's share in the supplier's arms exports",
    'share',
    'arms',
    'more of what the supplier sells goes to this recipient',
    "Share of the recipient in the volume of the supplier's exports of major arms in five calendar years, by SIPRI; from = supplier.",
    'A high share of little is little.',
  ],
  [
    'direct-investment-stock',
    'Stock of direct investment',
    'USD',
    'investment',
    'firms of the first own more in the second',
    'Position of direct investment of the first state in the second at the end of a year or on a day, as the reporter counts it; from = investor.',
    'Reporters value it differently and see the last stop of the money only: what goes through a third place is booked there.',
  ],
  [
    'settlement-own-currencies',
    "Settlement in the two states' own currencies",
    'share',
    'finance',
    "more of the trade between the two is paid in their own money, and less in a third state's",
    "Share of the payments for trade between the two that is made in either's currency, as an official of one of them states it.",
    'A statement of an official, not a statistic: what is counted is seldom said, and no series stands behind it.',
    'undirected',
  ],
  [
    'loans-outstanding',
    'Loans outstanding',
    'USD',
    'finance',
    'the debtor owes the creditor more',
    'Loans of the first state and its banks to the public sector of the second that are outstanding on a day; from = creditor.',
    'What is guaranteed by the state and what is not are drawn together or apart by different compilers; deposits of central banks may be missing.',
  ],
  [
    'treasury-securities-held',
    'Treasury securities of the United States held',
    'USD',
    'finance',
    'more of the savings of the first are lent to the government of the second',
    'Treasury securities of the United States held in the first state at the end of a month, as the Treasury reports; from = holder.',
    'By the place of the custodian: holdings through London, Brussels or the Caymans are booked there.',
  ],
]

const commonLimits = 'Military spending has no common definition, and the fact sheets of later years revise the earlier ones.'

const spending: readonly Indicator[] = [
  {
    id: 'military-expenditure-real-growth',
    title: 'Military expenditure, change on the year before in real terms',
    unit: 'percent',
    relation: 'state',
    domain: null,
    higher: 'military spending grew faster than prices did',
    definition: 'Change of military expenditure on the calendar year before at constant prices, as SIPRI prints it: 9.4 is 9.4 %.',
    belowZero: true,
    limits: commonLimits,
  },
  {
    id: 'defence-expenditure-nato-gdp-share',
    title: 'Defence expenditure as a share of GDP, as NATO counts it',
    unit: 'share of GDP',
    relation: 'state',
    domain: null,
    higher: 'more of the economy goes to defence as NATO defines it',
    definition: "Defence expenditure by NATO's definition divided by gross domestic product: 0.02 is 2 %.",
    limits: `Estimates of a year that is not over are plans. NATO counts pensions and leaves out some police forces. ${commonLimits}`,
  },
]

const quoted: readonly Indicator[] = entries.map(([id, title, unit, domain, higher, definition, limits, relation]) => ({
  id,
  title,
  unit,
  relation: relation ?? 'directed',
  // a stock of direct investment is net of what the firms owe each other in return
  ...(id === 'direct-investment-stock' ? { belowZero: true as const } : {}),
  domain,
  higher,
  definition,
  limits,
}))

/** All indicators for which the record has only single figures quoted from texts. */
export const quotedIndicators: readonly Indicator[] = [...quoted, ...spending, ...quotedEnergyIndicators]
