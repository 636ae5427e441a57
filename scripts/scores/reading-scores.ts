import type { Claim } from '../../src/claims/claim.ts'
import { readClaims } from '../../src/claims/reading/document-claims.ts'
import { type Gold, matched, type Passage, passagesIn, type Slot, sameSlot, slots } from './passages.ts'

/**
 * Reading accuracy: sentences with a checkable claim, claims, and the share of matched claims with each slot correct.
 */
export interface Scores {
  readonly passages: number
  readonly sentences: { readonly f1: number; readonly precision: number; readonly recall: number; readonly all: number }
  readonly claims: { readonly f1: number; readonly precision: number; readonly recall: number; readonly gold: number }
  readonly slots: Readonly<Record<Slot | 'unit', number>>
  /** Of sentences without a claim in either: the number with the same kind. */
  readonly unchecked: number
  /** The differences, sentence by sentence. */
  readonly differences: readonly string[]
}

/** The unit of a value is a slot here, although none of the measures counts it. */
const sameUnit = (gold: Gold, read: Claim): boolean => gold.value == null || (gold.unit ?? null) === read.unit

/** Annotations with the claim read for each. */
type Pairs = ReadonlyMap<Gold, Claim>

function differencesOf(head: string, gold: readonly Gold[], read: readonly Claim[], pairs: Pairs): string[] {
  const lines = [...pairs].flatMap(([a, b]) => {
    const wrong = [
      ...slots.filter((slot) => !sameSlot[slot](a, b)),
      ...(a.value != null && (a.value_from ?? null) !== b.value_from ? (['value_from'] as const) : []),
      ...(sameUnit(a, b) ? [] : (['unit'] as const)),
    ]
    const told = wrong.map((slot) => `${slot}: ${JSON.stringify(b[slot])} for ${JSON.stringify(a[slot] ?? null)}`).join('; ')
    return wrong.length === 0 ? [] : [`  ~ ${told}   [${b.rules.join(' ')}] ${b.kind}`]
  })
  const missed = gold
    .filter((one) => !pairs.has(one))
    .map((a) => `  - missed ${a.kind} ${a.domain} ${a.value ?? null} ${a.unit ?? ''} ${(a.actors ?? []).join()}`)
  const paired = new Set(pairs.values())
  const extra = read
    .filter((one) => !paired.has(one))
    .map((b) => `  + extra ${b.kind} ${b.domain} ${b.value} ${b.unit} ${b.actors.join()} [${b.rules.join(' ')}]`)
  const all = [...lines, ...missed, ...extra]
  return all.length === 0 ? [] : [`${head}\n${all.join('\n')}`]
}

interface Line {
  readonly wanted: number
  readonly found: number
  readonly pairs: Pairs
  readonly plain: boolean
  readonly sameKind: boolean
  readonly differences: readonly string[]
}

function linesOf(passage: Passage): Line[] {
  const texts = passage.text.split('\n')
  const claims = readClaims(texts, passage.date, passage.title)
  return texts.map((text, i) => {
    const gold = passage.claims.filter((claim) => claim.sentence_index === i)
    const read = claims.filter((claim) => claim.sentence_index === i)
    const [wanted, found] = [gold.filter(({ checkable }) => checkable), read.filter(({ checkable }) => checkable)]
    const pairs = matched(wanted, found, (claim) => claim)
    return {
      wanted: wanted.length,
      found: found.length,
      pairs,
      plain: wanted.length === 0 && found.length === 0,
      sameKind: gold[0]?.kind === read[0]?.kind,
      differences: differencesOf(`${passage.id} ${text}`, wanted, found, pairs),
    }
  })
}

const rates = (both: number, read: number, gold: number): { f1: number; precision: number; recall: number } => ({
  f1: (2 * both) / (read + gold),
  precision: both / read,
  recall: both / gold,
})
const count = (lines: readonly Line[], test: (line: Line) => boolean): number => lines.filter(test).length
const sum = (lines: readonly Line[], value: (line: Line) => number): number => lines.reduce((total, line) => total + value(line), 0)

/** Reading accuracy for the annotated passages in some folders. */
export function scoresOf(folders: readonly string[]): Scores {
  const passages = passagesIn(folders)
  const lines = passages.flatMap(linesOf)
  const pairs = lines.flatMap((line) => [...line.pairs])
  const share = (test: (gold: Gold, read: Claim) => boolean): number =>
    pairs.filter(([gold, read]) => test(gold, read)).length / pairs.length
  const both = count(lines, ({ wanted, found }) => wanted > 0 && found > 0)
  return {
    passages: passages.length,
    sentences: {
      ...rates(
        both,
        count(lines, ({ found }) => found > 0),
        count(lines, ({ wanted }) => wanted > 0),
      ),
      all: lines.length,
    },
    claims: {
      ...rates(
        pairs.length,
        sum(lines, ({ found }) => found),
        sum(lines, ({ wanted }) => wanted),
      ),
      gold: sum(lines, ({ wanted }) => wanted),
    },
    slots: { ...(Object.fromEntries(slots.map((slot) => [slot, share(sameSlot[slot])])) as Record<Slot, number>), unit: share(sameUnit) },
    unchecked: count(lines, ({ plain, sameKind }) => plain && sameKind) / count(lines, ({ plain }) => plain),
    differences: lines.flatMap((line) => [...line.differences]),
  }
}
