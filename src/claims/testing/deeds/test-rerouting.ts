import type { RouteAtHub, RouteFinding } from '../../../assessments/economy/route-findings.ts'
import { routesTo, spanWords } from '../../../assessments/economy/route-findings.ts'
import { amountWords, formatShare, significant } from '../../../assessments/forms/wording.ts'
import { storedMemberships } from '../../../assessments/record/memberships.ts'
import { openMemory } from '../../../memory/index.ts'
import { membersOn } from '../../../states/index.ts'
import type { Claim } from '../../claim.ts'
import type { ClaimTestContext, Tester } from '../../claim-test-context.ts'
import { daysOf } from '../../text/calendar.ts'
import type { Finding } from '../../verdict.ts'
import { isDated } from '../explicitness/undated-texts.ts'
import { finding, findingEvidence, joinedNames, stateName } from '../judging/findings.ts'

/** States to which exports are banned and for which routes were worked out. */
const targets = ['RUS']
const union = 'EU'

/**
 * Tests claims that goods from the EU reach a state under sanctions through another. What the record can show is a rise of EU exports to the hub beyond that to
 * control states; that the goods went on is not seen. So a claim is at most partly supported, and "no finding" leaves it open.
 */
export const testRerouting: Tester = async (claim, bench) => {
  const said = claim.said?.rerouting
  if (said?.states === undefined) return undefined
  const members = new Set(membersOn((await storedMemberships(bench.snapshot)).all, union, bench.date))
  const named = said.states.filter((one) => !members.has(one))
  const target = targets.find((one) => named.includes(one))
  const hubs = named.filter((one) => one !== target)
  if (target === undefined || hubs.length === 0) return undefined
  // goods under sanctions where these are meant and the data have them of every hub; else all goods
  for (const list of said.isOfBannedGoods ? ['sanctioned', 'all'] : ['all']) {
    const found = routesTo(bench.snapshot, target, bench.today).find((one) => one.list === list)
    const at = hubs.map((hub) => found?.hubs.find(({ iso3 }) => iso3 === hub))
    if (found !== undefined && !at.includes(undefined)) return judged(claim, bench, found, at as RouteAtHub[])
  }
  return undefined
}

function judged(claim: Claim, bench: ClaimTestContext, all: RouteFinding, hubs: readonly RouteAtHub[]): Finding {
  const evidence = [
    findingEvidence(
      bench,
      'comext',
      `observations where source = 'comext' and indicator = 'goods-exports' and from_id = 'EU' and reporter = 'EU' and to_id in (${hubs.map(({ iso3 }) => `'${iso3}'`).join(', ')}) and start_date >= '${all.before.slice(0, 10)}' and end_date <= '${all.period.slice(11)}'`,
      hubs.length * yearsIn(all),
    ),
  ]
  const found = hubs.filter(({ verdict }) => verdict === 'consistent with rerouting')
  const settle = { wouldSettle: `Reports of the hub itself by product and month: visavis routes ${all.target} names the pulls.` }
  const why = [...hubs.map((hub) => hubWords(hub, all)), unseen(all)].join(' ')
  const objection = timeObjection(claim, bench, all)
  if (objection !== undefined) return finding('unverifiable', `${why} ${objection}`, { evidence, ...settle })
  if (found.length < hubs.length) return finding('unverifiable', `${why} No finding is no proof of the contrary.`, { evidence, ...settle })
  return finding('partly', why, { evidence })
}

const unseen = ({ target }: RouteFinding): string => `That the goods went on to ${stateName(target)} is not seen in these data.`

/** What the figures say of one hub: `EU exports to Kyrgyzstan were 7 times those of 2017 to 2021 in 2022 to 2023 …`. */
function hubWords({ iso3, growth, excess, rank, of, verdict }: RouteAtHub, all: RouteFinding): string {
  const ends = `90 % interval ${amountWords(excess.low90, 'EUR')} to ${amountWords(excess.high90, 'EUR')}`
  const [goods, per] = all.list === 'all' ? ['', ' a year'] : [' of goods under its sanctions', '']
  const rise = `EU exports${goods} to ${stateName(iso3)}, ${spanWords(all.period)}: ${significant(growth)} times those of ${spanWords(all.before)}${per}`
  return verdict === 'consistent with rerouting'
    ? `${rise}, ${amountWords(excess.value, 'EUR')}${per} (${ends}) more than exports to control states suggest, ${formatShare(excess.value / all.missing)} of what is missing in EU exports to ${stateName(all.target)}; place ${rank} of ${of} states by growth. This is consistent with rerouting.`
    : `${rise}, not clearly more than exports to control states suggest (${ends}).`
}

/** Why a verdict would not be on the time that is meant; undefined if it is. */
function timeObjection(claim: Claim, bench: ClaimTestContext, all: RouteFinding): string | undefined {
  if (!isDated(claim, bench)) return 'The text has no date and does not name the year that is meant (--date gives it one).'
  const [from, to] = [all.period.slice(0, 10), all.period.slice(11)]
  const days = claim.period === null ? { from: bench.date, to: bench.date } : daysOf(claim.period)
  if (days.to < from) return `The time that is meant lies before ${from.slice(0, 4)}, and the figures are of ${spanWords(all.period)}.`
  const named = claim.said?.rerouting?.years ?? []
  return named.length > 0 && named.every((year) => year > to.slice(0, 4))
    ? `The time that is meant lies after the figures, which end in ${to.slice(0, 4)}.`
    : undefined
}

const yearWords = (span: string): string => joinedNames([...new Set([span.slice(0, 4), span.slice(11, 15)])]).replace(' and ', ' to ')

const yearsIn = ({ before, period }: RouteFinding): number =>
  [before, period].reduce((sum, span) => sum + Number(span.slice(11, 15)) - Number(span.slice(0, 4)) + 1, 0)

/**
 * Tests a rise of EU exports to a possible hub where the text does not say from when to when: without the times there is no verdict, but the record can say by
 * how much they rose over the times that could be meant.
 */
export const testOpenRise: Tester = async (claim, bench) => {
  const [from, to] = claim.actors
  const isOpen = claim.kind === 'trend' && claim.measured?.topic === 'goods-exports' && claim.said?.rerouting?.years === undefined
  if (!isOpen || from !== 'EUU' || to === undefined) return undefined
  for (const target of targets) {
    const [all] = routesTo(bench.snapshot, target, bench.today).filter(({ list }) => list === 'all')
    const hub = all?.hubs.find(({ iso3 }) => iso3 === to)
    if (all === undefined || hub === undefined || claim.period === null || daysOf(claim.period).to <= all.period.slice(11)) continue
    await openMemory(bench.snapshot)
    const rows = await bench.snapshot.rows(
      `SELECT year, value FROM goods_reports WHERE source = 'comext' AND indicator = 'goods-exports' AND from_id = 'EU' AND reporter = 'EU' AND to_id = $to ORDER BY year`,
      { to },
    )
    const value = (year: string): number => Number(rows.find((row) => String(row['year']) === year)?.['value'])
    const [base, last] = [all.before.slice(11, 15), all.period.slice(11, 15)]
    const steps = [all.period.slice(0, 4), last].map((year) => `${year} was ${significant(value(year) / value(base))} times ${base}`)
    return finding(
      'unverifiable',
      `The text does not say from when to when. EU exports to ${stateName(to)}: ${steps.join(', ')}; the mean of ${yearWords(all.period)} was ${significant(hub.growth)} times that of ${yearWords(all.before)} (Comext, EUR).`,
      {
        evidence: [
          findingEvidence(
            bench,
            'comext',
            `observations where source = 'comext' and indicator = 'goods-exports' and from_id = 'EU' and reporter = 'EU' and to_id = '${to}'`,
            rows.length,
          ),
        ],
      },
    )
  }
  return undefined
}
