import type { Cell } from '../../../store/index.ts'
import type { Claim } from '../../claim.ts'
import type { ClaimTestContext, Tester } from '../../claim-test-context.ts'
import { verdictLimits } from '../../limits.ts'
import type { WeaponKind } from '../../said/pair-deeds-said.ts'
import { daysOf } from '../../text/calendar.ts'
import type { Finding } from '../../verdict.ts'
import { finding, findingEvidence, nearestTrueStatement } from '../judging/findings.ts'
import { relativeDistance } from '../judging/judge.ts'
import { toleranceOf } from '../judging/tolerance.ts'
import type { DaySpan } from '../record/series.ts'

/** A line of the register of arms transfers: the weapon, the number ordered, the number delivered. */
interface Line {
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly ordered: number | undefined
  readonly delivered: number | undefined
  /** `from`: day of the order. `to`: day of the last delivery. */
  readonly from: string
  readonly to: string
}

/** Patterns of the terms that the register uses for a kind of weapon. */
const kinds: Readonly<Record<WeaponKind, RegExp>> = {
  tank: /^tank$/,
  gun: /gun|howitzer/,
  fighter: /FGA aircraft|fighter/,
  submarine: /submarine/,
  warship: /frigate|corvette|destroyer/,
  helicopter: /helicopter/,
  drone: /UAV|UCAV/,
  'rocket-launcher': /rocket launcher/,
  'armoured-vehicle': /APC|IFV|APV|armoured/,
}

/** Matches weapons that are bought by the regiment but counted by the battery: India's five S-400 are ten in the register. */
const inSets = /\bsystem\b/i

/**
 * Tests how many weapons of a type a state ordered from another or received. Numbers in the register are often estimates, and absence from the register proves
 * nothing.
 */
export const testArmsCount: Tester = async (claim, bench) => {
  const said = claim.said?.arms
  const isAsked = claim.unit === 'count' && claim.value !== null && /^\w+->\w+$/.test(claim.direction)
  if (said === undefined || !isAsked || claim.period === null || (bench.snapshot.manifest.tables.events ?? []).length === 0)
    return undefined
  const days = daysOf(claim.period)
  const lines = (await linesOf(claim, bench)).filter((line) => isInTime(line, days))
  const named = lines.filter(({ name }) => said.weapons?.some((one) => plain(name).includes(one)))
  const kind = said.kind === undefined ? undefined : kinds[said.kind]
  const fitting = named.length > 0 ? named : lines.filter((line) => kind?.test(line.kind))
  return fitting.length === 0 ? undefined : judge(claim, bench, fitting, named.length > 0)
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[\s-]/g, '')

/**
 * Whether an order was open in the claimed period, with one more year on either side: the register dates an order by its contract, texts by its announcement.
 * An order is open until its last delivery, since texts mention it for years.
 */
function isInTime({ from, to }: Line, days: DaySpan): boolean {
  return Number(from.slice(0, 4)) <= Number(days.to.slice(0, 4)) + 1 && Number(to.slice(0, 4)) >= Number(days.from.slice(0, 4)) - 1
}

async function linesOf({ direction }: Claim, { snapshot }: ClaimTestContext): Promise<Line[]> {
  const [sender, receiver] = direction.split('->') as [string, string]
  const rows = await snapshot.rows(
    "SELECT date, end_date, code FROM events WHERE kind = 'order' AND from_id = $sender AND to_id = $receiver ORDER BY date, code",
    { sender, receiver },
  )
  return rows.map(lineOf)
}

function lineOf(row: Readonly<Record<string, Cell>>): Line {
  const code = String(row['code'])
  const number = (word: string): number | undefined => {
    const found = new RegExp(`(?<!\\d)(\\d+) ${word}`).exec(code.slice(code.indexOf('): ')))?.[1]
    return found === undefined ? undefined : Number(found)
  }
  return {
    code,
    name: code.slice(0, code.indexOf(' (') < 0 ? undefined : code.indexOf(' (')),
    kind: /\(([^)]*)\): /.exec(code)?.[1] ?? '',
    ordered: number('ordered'),
    delivered: number('delivered'),
    from: String(row['date']),
    to: String(row['end_date'] ?? row['date']),
  }
}

function judge(claim: Claim, bench: ClaimTestContext, lines: readonly Line[], isNamed: boolean): Finding {
  const { value, unit, said, direction } = claim
  const [sender, receiver] = direction.split('->') as [string, string]
  const tolerance = toleranceOf({ value: value!, unit, hedge: said?.hedge })
  const counts = (said?.arms?.isDelivered ? lines.map(({ delivered }) => delivered) : lines.map(({ ordered }) => ordered)).filter(
    (one) => one !== undefined,
  )
  const numbers = [...counts, counts.reduce((sum, one) => sum + one, 0)]
  const evidence = [
    findingEvidence(
      bench,
      'sipri-register',
      `events where kind = 'order' and from_id = '${sender}' and to_id = '${receiver}'`,
      lines.length,
    ),
  ]
  const why = `The register has, of ${sender} to ${receiver}: ${lines
    .slice(0, 3)
    .map(({ code }) => code)
    .join('; ')}.`
  const nearest = numbers.sort((x, y) => relativeDistance(x, tolerance) - relativeDistance(y, tolerance))[0] ?? 0
  if (counts.length > 0 && relativeDistance(nearest, tolerance) <= verdictLimits.armsOrderFit)
    return finding('supported', why, { tolerance, evidence })
  const isOfSets = lines.some(({ kind }) => inSets.test(kind))
  const isWrong =
    isNamed &&
    !isOfSets &&
    counts.length > 0 &&
    relativeDistance(nearest, tolerance) > verdictLimits.armsOrderOff &&
    !claim.said?.doubts?.pair?.isPlanOrPart
  return isWrong
    ? finding('contradicted', why, { tolerance, evidence, wouldBeTrue: nearestTrueStatement('value', why, evidence) })
    : finding('unverifiable', why, { tolerance, evidence })
}
