import type { Cell } from '../../../store/index.ts'
import type { Claim } from '../../claim.ts'
import type { ClaimTestContext, Tester } from '../../claim-test-context.ts'
import { daysOf } from '../../text/calendar.ts'
import type { Finding } from '../../verdict.ts'
import { finding, findingEvidence, nearestTrueStatement } from '../judging/findings.ts'
import { relativeDistance } from '../judging/judge.ts'
import { toleranceOf } from '../judging/tolerance.ts'
import { wordsNear } from '../questions/question.ts'
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

/** Pairs of the words that texts use for a kind of weapon and the terms that the register uses. */
const kinds: readonly (readonly [said: RegExp, kind: RegExp])[] = [
  [/\b(?:main battle |battle )?tanks?\b/i, /^tank$/],
  [/\b(?:self-propelled guns?|howitzers?)\b/i, /gun|howitzer/],
  [/\b(?:fighters?|fighter (?:jets?|aircraft|planes?)|combat aircraft|warplanes?|jets?)\b/i, /FGA aircraft|fighter/],
  [/\bsubmarines?\b/i, /submarine/],
  [/\b(?:frigates?|corvettes?|destroyers?|warships?)\b/i, /frigate|corvette|destroyer/],
  [/\bhelicopters?\b/i, /helicopter/],
  [/\b(?:drones?|UAVs?|unmanned)\b/i, /UAV|UCAV/],
  [/\b(?:rocket launchers?|launchers?)\b/i, /rocket launcher/],
  [/\b(?:armou?red vehicles|personnel carriers?|infantry fighting vehicles)\b/i, /APC|IFV|APV|armoured/],
]

/** Matches weapons that are bought by the regiment but counted by the battery: India's five S-400 are ten in the register. */
const inSets = /\bsystem\b/i
const unsure =
  /\b(?:plan(?:s|ned)?|would|could|may|might|want(?:s|ed)?|offer(?:s|ed)?|request(?:s|ed)?|options?|eventually|intend\w*|not|never|further|more|another|remaining|framework|total of|in all)\b/i
const isDelivery = /\b(?:deliver|receiv|arriv|transfer|suppl|sent\b|send|gave\b|given|donat|handed)/i

/**
 * Tests how many weapons of a type a state ordered from another or received. Numbers in the register are often estimates, and absence from the register proves
 * nothing.
 */
export const testArmsCount: Tester = async (claim, bench) => {
  const isAsked = claim.unit === 'count' && claim.domain === 'arms' && claim.value !== null && /^\w+->\w+$/.test(claim.direction)
  if (!isAsked || claim.period === null || (bench.snapshot.manifest.tables.events ?? []).length === 0) return undefined
  const days = daysOf(claim.period)
  const words = wordsNear(claim, 50)
  const lines = (await linesOf(claim, bench)).filter((line) => isInTime(line, days))
  const named = lines.filter(({ name }) => namesIn(words).some((one) => plain(name).includes(one)))
  const kind = kinds.find(([said]) => said.test(words))?.[1]
  const fitting = named.length > 0 ? named : lines.filter((line) => kind?.test(line.kind))
  return fitting.length === 0 ? undefined : judge(claim, bench, fitting, named.length > 0)
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[\s-]/g, '')

/** Returns the names of weapons in some words: names with a number (`K2`, `T-72`) or, if there are none, capitalised words within the sentence. */
function namesIn(words: string): string[] {
  const numbered = [...words.matchAll(/\b[A-Z][A-Za-z]*-?\d+[A-Za-z0-9]*\b/g)].map(([name]) => plain(name))
  const called = [...words.matchAll(/(?<=[a-z,;\d] )[A-Z][a-z]{4,}\b/g)].map(([name]) => plain(name))
  return numbered.length > 0 ? numbered : called
}

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
  const counts = (
    isDelivery.test(wordsNear(claim, 50)) ? lines.map(({ delivered }) => delivered) : lines.map(({ ordered }) => ordered)
  ).filter((one) => one !== undefined)
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
  if (counts.length > 0 && relativeDistance(nearest, tolerance) <= 0.03) return finding('supported', why, { tolerance, evidence })
  const isOfSets = lines.some(({ kind }) => inSets.test(kind))
  const isWrong = isNamed && !isOfSets && counts.length > 0 && relativeDistance(nearest, tolerance) > 0.5 && !unsure.test(claim.sentence)
  return isWrong
    ? finding('contradicted', why, { tolerance, evidence, wouldBeTrue: nearestTrueStatement('value', why, evidence) })
    : finding('unverifiable', why, { tolerance, evidence })
}
