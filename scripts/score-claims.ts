import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readClaims } from '../src/claims/read-claims.ts'

/** Compares what is read in annotated passages with their annotations: `score-claims FOLDER... [--show]`. */
interface Gold {
  sentence_index: number
  checkable: boolean
  kind: string
  domain: string
  actors?: string[]
  direction?: string
  period?: unknown
  value?: number | null
  unit?: string | null
}

interface Passage {
  id: string
  date: string
  title?: string
  text: string
  claims: Gold[]
}

const slots = ['value', 'actors', 'period', 'direction', 'kind', 'domain'] as const
const show = process.argv.includes('--show')
const folders = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const passages = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file): Passage => JSON.parse(readFileSync(join(folder, file), 'utf8'))),
)

type Read = ReturnType<typeof readClaims>[number]

const same = {
  value: (a: Gold, b: Read) =>
    (a.value ?? null) === null ? b.value === null : b.value !== null && Math.abs(b.value - a.value!) <= 0.005 * Math.abs(a.value!),
  actors: (a: Gold, b: Read) => [...(a.actors ?? [])].sort().join() === [...b.actors].sort().join(),
  period: (a: Gold, b: Read) => JSON.stringify(a.period ?? null) === JSON.stringify(b.period),
  direction: (a: Gold, b: Read) => (a.direction ?? 'n/a') === b.direction,
  kind: (a: Gold, b: Read) => a.kind === b.kind,
  domain: (a: Gold, b: Read) => a.domain === b.domain,
}
const weight = { value: 4, actors: 2, period: 1, direction: 1, kind: 2, domain: 1 }
const likeness = (a: Gold, b: Read): number => slots.reduce((sum, slot) => sum + (same[slot](a, b) ? weight[slot] : 0), 0)

const hits = Object.fromEntries(slots.map((slot) => [slot, 0])) as Record<(typeof slots)[number], number>
const sentences = { both: 0, read: 0, gold: 0, all: 0 }
const claims = { matched: 0, read: 0, gold: 0 }
let kinds = 0
let kindsRight = 0

for (const passage of passages) {
  const lines = passage.text.split('\n')
  const read = readClaims(lines, passage.date, passage.title)
  lines.forEach((line, i) =>
    score(
      passage,
      line,
      passage.claims.filter((claim) => claim.sentence_index === i),
      read.filter((claim) => claim.sentence_index === i),
    ),
  )
}

function score(passage: Passage, line: string, gold: Gold[], read: Read[]): void {
  const [wanted, found] = [gold.filter((claim) => claim.checkable), read.filter((claim) => claim.checkable)]
  sentences.all++
  if (wanted.length > 0) sentences.gold++
  if (found.length > 0) sentences.read++
  if (wanted.length > 0 && found.length > 0) sentences.both++
  if (wanted.length === 0 && found.length === 0) {
    kinds++
    if (gold[0]?.kind === read[0]?.kind) kindsRight++
  }
  const lines: string[] = []
  const left = new Set(found)
  const pairs = wanted.flatMap((a) => found.map((b) => ({ a, b, like: likeness(a, b) }))).sort((x, y) => y.like - x.like)
  const done = new Set<Gold>()
  for (const { a, b, like } of pairs) {
    if (done.has(a) || !left.has(b) || like < 3) continue
    done.add(a)
    left.delete(b)
    claims.matched++
    const wrong = slots.filter((slot) => !same[slot](a, b))
    for (const slot of slots) if (same[slot](a, b)) hits[slot]++
    if (wrong.length > 0)
      lines.push(
        `  ~ ${wrong.map((slot) => `${slot}: ${JSON.stringify(b[slot])} for ${JSON.stringify(a[slot] ?? null)}`).join('; ')}   [${b.rules.join(' ')}] ${b.kind}`,
      )
  }
  claims.read += found.length
  claims.gold += wanted.length
  for (const a of wanted)
    if (!done.has(a))
      lines.push(`  - missed ${a.kind} ${a.domain} ${JSON.stringify(a.value ?? null)} ${a.unit ?? ''} ${(a.actors ?? []).join()}`)
  for (const b of left) lines.push(`  + extra ${b.kind} ${b.domain} ${b.value} ${b.unit} ${b.actors.join()} [${b.rules.join(' ')}]`)
  if (show && lines.length > 0) console.log(`${passage.id} ${line}\n${lines.join('\n')}`)
}

const ratio = (a: number, b: number): string => (b === 0 ? '-' : (a / b).toFixed(3))
const f1 = (both: number, read: number, gold: number): string => ratio(2 * both, read + gold)
console.log(`${passages.length} passages, ${sentences.all} sentences`)
console.log(
  `sentences  F1 ${f1(sentences.both, sentences.read, sentences.gold)}  precision ${ratio(sentences.both, sentences.read)}  recall ${ratio(sentences.both, sentences.gold)}`,
)
console.log(
  `claims     F1 ${f1(claims.matched, claims.read, claims.gold)}  precision ${ratio(claims.matched, claims.read)}  recall ${ratio(claims.matched, claims.gold)}  (${claims.gold})`,
)
for (const slot of slots) console.log(`${slot.padEnd(10)} ${ratio(hits[slot], claims.matched)}`)
console.log(`kind of unchecked sentences ${ratio(kindsRight, kinds)}`)
