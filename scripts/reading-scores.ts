import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Claim } from '../src/claims/claim.ts'
import { readClaims } from '../src/claims/read-claims.ts'

/** An annotation of a passage; slots that would be null are left out. */
interface Gold {
  readonly sentence_index: number
  readonly checkable: boolean
  readonly kind: string
  readonly domain: string
  readonly actors?: readonly string[]
  readonly direction?: string
  readonly period?: unknown
  readonly period_base?: unknown
  readonly value?: number | null
  readonly value_from?: number | null
  readonly unit?: string | null
}

interface Passage {
  readonly id: string
  readonly date: string
  readonly title?: string
  readonly text: string
  readonly claims: readonly Gold[]
}

export const slots = ['value', 'unit', 'actors', 'period', 'direction', 'kind', 'domain'] as const
type Slot = (typeof slots)[number]

/** How well texts are read: sentences with a checkable claim, claims, and of matched claims the part of each slot that is right. */
export interface Scores {
  readonly passages: number
  readonly sentences: { readonly f1: number; readonly precision: number; readonly recall: number; readonly all: number }
  readonly claims: { readonly f1: number; readonly precision: number; readonly recall: number; readonly gold: number }
  readonly slots: Readonly<Record<Slot, number>>
  /** Of sentences without a claim, in both: how many have the same kind. */
  readonly unchecked: number
  /** What differs, sentence by sentence. */
  readonly differences: readonly string[]
}

const close = (a: number | null | undefined, b: number | null): boolean =>
  (a ?? null) === null ? b === null : b !== null && Math.abs(b - a!) <= 0.005 * Math.abs(a!)

const same: Readonly<Record<Slot, (a: Gold, b: Claim) => boolean>> = {
  value: (a, b) => close(a.value, b.value) && close(a.value_from, b.value_from),
  unit: (a, b) => a.value == null || (a.unit ?? null) === b.unit,
  actors: (a, b) => [...(a.actors ?? [])].sort().join() === [...b.actors].sort().join(),
  period: (a, b) => JSON.stringify(a.period ?? null) === JSON.stringify(b.period),
  direction: (a, b) => (a.direction ?? 'n/a') === b.direction,
  kind: (a, b) => a.kind === b.kind,
  domain: (a, b) => a.domain === b.domain,
}
const weight: Readonly<Record<Slot, number>> = { value: 4, unit: 0, actors: 2, period: 1, direction: 1, kind: 2, domain: 1 }
const likeness = (a: Gold, b: Claim): number => slots.reduce((sum, slot) => sum + (same[slot](a, b) ? weight[slot] : 0), 0)

interface Pair {
  readonly gold: Gold
  readonly read: Claim
}

/** Pairs of an annotation and a claim, the likest first, each once; what is less than a value or two slots alike is no pair. */
function matched(gold: readonly Gold[], read: readonly Claim[]): Pair[] {
  const all = gold
    .flatMap((one) => read.map((other) => ({ gold: one, read: other, like: likeness(one, other) })))
    .sort((x, y) => y.like - x.like)
  const pairs: Pair[] = []
  for (const pair of all)
    if (pair.like >= 3 && pairs.every((other) => other.gold !== pair.gold && other.read !== pair.read)) pairs.push(pair)
  return pairs
}

function differencesOf(head: string, gold: readonly Gold[], read: readonly Claim[], pairs: readonly Pair[]): string[] {
  const lines = pairs.flatMap(({ gold: a, read: b }) => {
    const wrong = slots.filter((slot) => !same[slot](a, b))
    const told = wrong.map((slot) => `${slot}: ${JSON.stringify(b[slot])} for ${JSON.stringify(a[slot] ?? null)}`).join('; ')
    return wrong.length === 0 ? [] : [`  ~ ${told}   [${b.rules.join(' ')}] ${b.kind}`]
  })
  const missed = gold
    .filter((one) => pairs.every((pair) => pair.gold !== one))
    .map((a) => `  - missed ${a.kind} ${a.domain} ${a.value ?? null} ${a.unit ?? ''} ${(a.actors ?? []).join()}`)
  const extra = read
    .filter((one) => pairs.every((pair) => pair.read !== one))
    .map((b) => `  + extra ${b.kind} ${b.domain} ${b.value} ${b.unit} ${b.actors.join()} [${b.rules.join(' ')}]`)
  const all = [...lines, ...missed, ...extra]
  return all.length === 0 ? [] : [`${head}\n${all.join('\n')}`]
}

interface Line {
  readonly wanted: number
  readonly found: number
  readonly pairs: readonly Pair[]
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
    const pairs = matched(wanted, found)
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

/** How well the annotated passages of some folders are read. */
export function scoresOf(folders: readonly string[]): Scores {
  const passages = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .sort()
      .map((file): Passage => JSON.parse(readFileSync(join(folder, file), 'utf8'))),
  )
  const lines = passages.flatMap(linesOf)
  const pairs = lines.flatMap((line) => [...line.pairs])
  const right = (slot: Slot): number => pairs.filter(({ gold, read }) => same[slot](gold, read)).length / pairs.length
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
    slots: Object.fromEntries(slots.map((slot) => [slot, right(slot)])) as Record<Slot, number>,
    unchecked: count(lines, ({ plain, sameKind }) => plain && sameKind) / count(lines, ({ plain }) => plain),
    differences: lines.flatMap((line) => [...line.differences]),
  }
}
