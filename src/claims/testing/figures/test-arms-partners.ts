import type { Claim } from '../../claim.ts'
import type { Tester } from '../../claim-test-context.ts'
import { verdictLimits } from '../../limits.ts'
import { daysOf } from '../../text/calendar.ts'
import { capitalised, finding } from '../judging/findings.ts'
import { spanText } from '../judging/span-words.ts'
import { toleranceOf } from '../judging/tolerance.ts'
import { actorText } from '../questions/query-flows.ts'
import { rowEvidence, rowsOfPartners } from '../record/record-query.ts'

/**
 * Tests the number of states that a state delivered major arms to, or received them from, in whole years of the register: `delivered to 107 countries`,
 * `supplied by 29 states`. Never contradicts, since small deliveries are added to the register and removed years later.
 */
export const testArmsPartners: Tester = async (claim, bench) => {
  const { kind, unit, value, period, domain } = claim
  if (
    kind !== 'count' ||
    unit !== 'count' ||
    domain !== 'arms' ||
    value === null ||
    period === null ||
    value < verdictLimits.armsPartnerLeast
  )
    return undefined
  const asked = sideOf(claim)
  if (asked === undefined || !claim.said?.isArmsPartnerCount) return undefined
  const { from, to } = daysOf(period)
  if (!from.endsWith('-01-01') || !to.endsWith('-12-31')) return undefined
  const rows = (await rowsOfPartners(bench.snapshot, asked.state, ['arms-deliveries-tiv'], from, to)).filter(
    (row) => row.source === 'sipri-register' && row.value > 0 && (asked.sends ? row.from : row.to) === asked.state,
  )
  const others = new Set(rows.map((row) => (asked.sends ? row.to : row.from)).filter((id) => id !== 'WLD' && id !== ''))
  if (others.size === 0) return undefined
  const tolerance = toleranceOf({ value, unit, hedge: claim.said?.hedge })
  const isNear = Math.abs(others.size - value) <= Math.max(verdictLimits.armsPartnerCountOff, verdictLimits.armsPartnerRevision * value)
  const said = `${capitalised(actorText(asked.state))} ${asked.sends ? 'delivered major arms to' : 'had major arms from'} ${others.size} states and bodies in ${spanText({ from, to })} (sipri-register).`
  const evidence = rowEvidence(rows).slice(0, 3)
  return isNear || (others.size >= tolerance.low && others.size <= tolerance.high)
    ? finding('supported', `${said} The claim says ${value}: it is as near as the register is to a fact sheet.`, { tolerance, evidence })
    : finding('unverifiable', `${said} The claim says ${value}: small deliveries are found and struck off years later.`, {
        tolerance,
        evidence,
      })
}

/** Returns the state whose partners are counted, if the other side of the flow is the world. Undefined for all other claims. */
function sideOf({ direction, actors }: Claim): { state: string; sends: boolean } | undefined {
  const [sender, receiver] = direction.split('->')
  if (!actors.includes('WLD') || receiver === undefined) return undefined
  const state = sender === 'WLD' ? receiver : sender!
  return /^[A-Z]{3}$/.test(state) && state !== 'WLD' ? { state, sends: state === sender } : undefined
}
