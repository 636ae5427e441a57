import type { Cell } from '../../../store/index.ts'
import type { Claim } from '../../claim.ts'
import type { ClaimTestContext, Tester } from '../../claim-test-context.ts'
import { daysOf } from '../../text/calendar.ts'
import { lastDayOfText } from '../../text/days-of-text.ts'
import { finding, findingEvidence, nearestTrueStatement } from '../judging/findings.ts'
import { namesPeriod } from '../judging/stated-slots.ts'

type Order = Readonly<Record<string, Cell>>

/** Tests arms orders by the weapon's name, and a state's first order from another. Absence from the register proves nothing. */
export const testArmsOrder: Tester = async (claim, bench) => {
  const said = claim.said?.arms
  const isOrder = claim.kind === 'event' && claim.unit !== 'count' && /^\w+->\w+$/.test(claim.direction)
  if (said === undefined || !isOrder || claim.period === null) return undefined
  const [sender, receiver] = claim.direction.split('->') as [string, string]
  const orders = await ordersOf(bench, sender, receiver)
  if (orders.length === 0) return undefined
  const { weapons = [] } = said
  if (weapons.length === 0 && said.isFirst) return firstOrder(claim, bench, orders, sender, receiver)
  const fitting = orders.filter((order) => weapons.some((weapon) => plain(String(order['code'])).startsWith(weapon)))
  const days = daysOf(claim.period)
  const right = fitting.find((order) => {
    const year = Number(String(order['date']).slice(0, 4))
    if (said.isDelivered) return String(order['date']) <= days.to && String(order['end_date'] ?? order['date']) >= days.from
    // the register dates an order by the contract, texts by its announcement
    return year >= Number(days.from.slice(0, 4)) - 1 && year <= Number(days.to.slice(0, 4)) + 1
  })
  return right === undefined
    ? undefined
    : finding('supported', told(sender, receiver, right), { evidence: [evidence(bench, sender, receiver, 1)] })
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[\s-]/g, '')

const told = (sender: string, receiver: string, order: Order): string =>
  `The register has, of ${sender} to ${receiver}: ${String(order['code'])}.`

const evidence = (bench: ClaimTestContext, sender: string, receiver: string, count: number): ReturnType<typeof findingEvidence> =>
  findingEvidence(bench, 'sipri-register', `events where kind = 'order' and from_id = '${sender}' and to_id = '${receiver}'`, count)

async function ordersOf({ snapshot, date }: ClaimTestContext, sender: string, receiver: string): Promise<Order[]> {
  if ((snapshot.manifest.tables.events ?? []).length === 0) return []
  return snapshot.rows(
    "SELECT date, end_date, code FROM events WHERE kind = 'order' AND from_id = $sender AND to_id = $receiver AND date <= $date ORDER BY date, code",
    { sender, receiver, date },
  )
}

function firstOrder(
  claim: Claim,
  bench: ClaimTestContext,
  orders: readonly Order[],
  sender: string,
  receiver: string,
): ReturnType<typeof finding> | undefined {
  const earliest = orders[0]!
  const year = Number(String(earliest['date']).slice(0, 4))
  const said = Number(daysOf(claim.period!).from.slice(0, 4))
  const more = { evidence: [evidence(bench, sender, receiver, orders.length)] }
  const why = `The earliest order: ${told(sender, receiver, earliest)}`
  if (Math.abs(said - year) <= 1) return finding('supported', why, more)
  if (said < year || !namesPeriod(claim) || said > Number(lastDayOfText(bench).slice(0, 4))) return finding('unverifiable', why, more)
  return finding('partly', why, { ...more, wouldBeTrue: nearestTrueStatement('date', why, more.evidence, `${year}`) })
}
