import type { Tester } from '../../claim-test-context.ts'
import { verdictLimits } from '../../limits.ts'
import type { FuelRankSaid } from '../../said/special-figures-said.ts'
import { daysOf } from '../../text/calendar.ts'
import { fuelRisk } from '../comparability/fuel-definitions.ts'
import { capitalised, finding } from '../judging/findings.ts'
import { sourceText } from '../judging/source-words.ts'
import { spanText } from '../judging/span-words.ts'
import { actorText } from '../questions/query-flows.ts'
import { fuelName, fuelsOf } from '../questions/query-fuels.ts'
import { figureText, questionOf } from '../questions/question.ts'
import { rowEvidence, rowsOfPair } from '../record/record-query.ts'
import type { RecordRow } from '../record/record-rows.ts'
import { rankedState } from './test-ranks.ts'

/**
 * Tests ranks among suppliers or buyers of a fuel with quoted figures: a rank for exactly that period, or a share above one half, which implies the first rank.
 * Never contradicts, since texts rank by volume or by value, and there is no full list.
 */
export const testFuelRank: Tester = async (claim, bench) => {
  const { period, value, direction } = claim
  const said = claim.said?.fuelRank
  const question = said !== undefined && claim.unit === 'rank' && period !== null ? questionOf(claim) : undefined
  const [sender, receiver] = direction.split('->')
  if (said === undefined || question === undefined || question.subject.family !== 'fossil' || receiver === undefined || value === null)
    return undefined
  if (fuelRisk({ claim, question, bench }) !== undefined) return undefined
  const days = daysOf(period!)
  const isSupplier = rankedState(claim) === sender
  const rows = (await rowsOfPair(bench.snapshot, sender!, receiver)).filter(
    ({ from, to, start, end }) => from === sender && to === receiver && start === days.from && end === days.to,
  )
  const row = rowFor(rows, value, said, question.subject.thing, isSupplier)
  if (row === undefined) return undefined
  const [who, whose] = isSupplier ? [sender!, receiver] : [receiver, sender!]
  const fuel = row.indicator.replace(/-(?:supplier-place|buyer-place|import-share|export-share)$/, '')
  const told =
    row.unit === 'place'
      ? `${capitalised(actorText(who))} is told to be number ${row.value} among the ${isSupplier ? 'suppliers' : 'buyers'} of ${fuelName(fuel)} of ${actorText(whose)}`
      : `${capitalised(actorText(who))} had ${figureText(100 * row.value, 'percent')} of ${fuelName(fuel)} of ${actorText(whose)}, more than all others together,`
  return finding(
    'supported',
    `${told} in ${spanText(days)} (${sourceText(row.source, bench)}). The claim says number ${value}: it agrees.`,
    {
      evidence: rowEvidence([row]),
    },
  )
}

/** Returns the row that supports a rank: a row with that rank or, for the first rank, with a share above one half. Undefined if there is none. */
function rowFor(
  rows: readonly RecordRow[],
  value: number,
  { isDiesel, isCrude }: FuelRankSaid,
  thing: string,
  isSupplier: boolean,
): RecordRow | undefined {
  const isOf = (fuel: string, isSame: boolean): boolean => (fuel === 'diesel' ? isDiesel === true : isSame || (fuel === 'oil' && !isCrude))
  const fuels = fuelsOf(thing).filter(({ fuel, isSame }) => isOf(fuel, isSame))
  const of = (fuel: string, measure: string): RecordRow[] => rows.filter(({ indicator }) => indicator === `${fuel}-${measure}`)
  return fuels
    .flatMap(({ fuel }) => [
      ...of(fuel, isSupplier ? 'supplier-place' : 'buyer-place').filter((row) => row.value === value),
      ...of(fuel, isSupplier ? 'import-share' : 'export-share').filter((row) => value === 1 && row.value > verdictLimits.fuelMajority),
    ])
    .at(0)
}
