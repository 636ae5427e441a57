import type { ActorMention, TextSpan } from '../../text/mention.ts'
import { textBetween } from '../../text/span-text.ts'
import type { Analysis } from '../sentence/analysis.ts'
import type { Head } from '../sentence/head.ts'
import { isCoordinated, type PartyRole } from '../sentence/roles.ts'

const figureListJoint = /^(?:,|,? and) (?:(?:about|around|nearly|almost|some|over|just) )?(?:[A-Z]{0,3} ?[$€£¥])?$/

/** Names in a row, and the name (`own`) that the head's figure belongs to. */
interface NameRow {
  readonly names: readonly ActorMention[]
  readonly own: ActorMention
}

/**
 * For a figure in a row of figures, returns the row of as many names that they belong to in order: `A, B and C took 23, 12 and 8 per cent`. Otherwise
 * undefined.
 */
function rowWithFigure(sentence: Analysis, head: Head): NameRow | undefined {
  const { text, quantities } = sentence
  if (head.quantity === undefined || head.from !== undefined) return undefined
  const figures = groupNeighbours(quantities, (a, b) => figureListJoint.test(textBetween(text, a, b))).find((row) =>
    row.some(({ start }) => start === head.quantity!.start),
  )
  const at = figures?.findIndex(({ start }) => start === head.quantity!.start) ?? -1
  if (figures === undefined || figures.length < 2) return undefined
  const named = sentence.actors.filter(({ ids, form }) => ids.length === 1 && form !== 'leader')
  const names = groupNeighbours(named, (a, b) => isCoordinated(text, a, b))
    .filter(({ length }) => length === figures.length)
    .sort((a, b) => rowDistance(a, figures) - rowDistance(b, figures))[0]
  return names === undefined ? undefined : { names, own: names[at]! }
}

/** Groups successive spans of which each is joined to the next. */
function groupNeighbours<T extends TextSpan>(spans: readonly T[], joined: (a: T, b: T) => boolean): T[][] {
  const rows: T[][] = []
  for (const one of spans) {
    const last = rows.at(-1)?.at(-1)
    if (last !== undefined && joined(last, one)) rows.at(-1)!.push(one)
    else rows.push([one])
  }
  return rows
}

const rowDistance = (names: readonly TextSpan[], figures: readonly TextSpan[]): number =>
  Math.max(figures[0]!.start - names.at(-1)!.end, names[0]!.start - figures.at(-1)!.end)

/** Returns the roles in the sentence and in the part, without the names of the row that other figures belong to. */
export function withoutOtherFigures(
  sentence: Analysis,
  head: Head,
  whole: readonly PartyRole[],
  inPart: readonly PartyRole[],
): { readonly whole: readonly PartyRole[]; readonly inPart: readonly PartyRole[] } {
  const row = rowWithFigure(sentence, head)
  if (row === undefined) return { whole, inPart }
  const kept = whole.filter(({ mention }) => mention === row.own || !row.names.includes(mention))
  return { whole: kept, inPart: kept.filter((one) => inPart.includes(one) || one.mention === row.own) }
}
