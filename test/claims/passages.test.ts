import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { stateOf } from '../../src/states/tables/states.ts'

/** The form of the annotated passages (see passages/README.md): what the reading of texts is judged by must itself be well formed. */
const unchecked = ['causal', 'opinion', 'rhetoric', 'forecast'] as const
const kinds = ['quantity', 'share', 'count', 'trend', 'comparison', 'ranking', 'event', 'membership', 'attribution', 'forecast'] as const
const domains = 'diplomacy institutions alliance arms exercises trade energy investment finance technology sanctions narrative'.split(' ')
const units = ['percent', 'percent_change', 'percentage_points', 'times', 'rank', 'count', 'years', 'bcm', 'mn b/d', 'mn tonnes', 'TIV mn']
/** Folders of passages that reword a page sentence by sentence, its mistakes kept: no error is put in, so they have no share of planted ones. */
const reworded = ['dev2', 'dev7'] as const
/** Reworded likewise, but with an error put in here and there, fewer than in passages of our own. */
const withSlips = [
  'dev3',
  'dev4',
  'dev5',
  'dev6',
  'dev8',
  'dev9',
  'dev10',
  'dev11',
  'dev12',
  'dev13',
  'dev14',
  'dev15',
  'dev16',
  'dev17',
  'aside6',
  'aside7',
  'aside8',
] as const
const groups = ['EUU', 'WLD', 'EUR', 'AFR', 'SSF']
const verdict = z.enum(['supported', 'partly', 'contradicted', 'unverifiable'])

const day = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)
const period = z.union([z.strictObject({ at: day }), z.strictObject({ from: day, to: day }).refine(({ from, to }) => from < to)])
const actor = z.string().refine((code) => groups.includes(code) || stateOf(code) !== undefined, 'no state or group')
const unit = z.string().refine((name) => units.includes(name) || /^[A-Z]{3} (bn|mn)$/.test(name), 'no unit of the list')
const domain = z.string().refine((name) => domains.includes(name), 'no domain')

const place = { sentence_index: z.int().min(0), claim_index: z.int().min(0), domain, actors: z.array(actor).min(1) }
const notChecked = z.strictObject({
  ...place,
  checkable: z.literal(false),
  kind: z.enum(unchecked),
  direction: z.literal('n/a'),
  speaker: z.string().optional(),
  probability_word: z.string().optional(),
})
const checked = z.strictObject({
  ...place,
  checkable: z.literal(true),
  kind: z.enum(kinds),
  indicator: z.string().min(3),
  direction: z.string().regex(/^([A-Z]{3}->[A-Z]{3}|total|n\/a)$/),
  period,
  period_base: period.optional(),
  value: z.number().optional(),
  value_from: z.number().optional(),
  unit: unit.optional(),
  qualifier: z.string().optional(),
  source_named: z.string().optional(),
  speaker: z.string().optional(),
  probability_word: z.string().optional(),
  note: z.string().optional(),
  planted: z.literal(true).optional(),
  truth: z.strictObject({
    verdict,
    evidence: z.string().min(3),
    confidence: z.enum(['high', 'medium', 'low']),
    accept: z.array(verdict).optional(),
    register_2025: z.unknown().optional(),
  }),
})
const passage = z.strictObject({
  id: z.string().regex(/^\d{2,3}-[a-z0-9-]+$/),
  split: z.enum(['dev', 'aside', 'late', ...reworded, ...withSlips]),
  url: z.url().optional(),
  publisher: z.string().optional(),
  title: z.string().min(3),
  date: day,
  style: z.string().min(3),
  dyad: z.string(),
  text: z.string(),
  claims: z.array(z.discriminatedUnion('checkable', [notChecked, checked])),
})
type Passage = z.infer<typeof passage>
type Claim = Passage['claims'][number]
type Checked = Extract<Claim, { checkable: true }>

const folder = new URL('./passages/', import.meta.url)
const splits = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
const paths = splits.flatMap(({ name }) => readdirSync(new URL(`${name}/`, folder)).map((file) => `${name}/${file}`))
const files = paths.map((path) => ({ path, json: JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as Passage }))

const secondFolder = new URL('./second-annotation/', import.meta.url)
const second = readdirSync(secondFolder).map(
  (file) => JSON.parse(readFileSync(new URL(file, secondFolder), 'utf8')) as Pick<Passage, 'id' | 'claims'>,
)

const sentencesOf = (text: Passage) => text.text.split('\n')
const claimsOf = (text: Passage, sentence: number) => text.claims.filter((claim) => claim.sentence_index === sentence)
const isChecked = (claim: Claim): claim is Checked => claim.checkable

describe.each(files)('$path', ({ path, json }) => {
  test('has the fields of the form, each of its list', () => {
    expect(passage.safeParse(json).error?.issues ?? []).toEqual([])
    expect(path).toBe(`${json.split}/${json.id}.json`)
  })

  test('holds five to eleven sentences, one a line, none empty', () => {
    const lengths = sentencesOf(json).map((sentence) => sentence.trim().length)
    expect(lengths.length).toBeGreaterThanOrEqual(5)
    expect(lengths.length).toBeLessThanOrEqual(11)
    expect(Math.min(...lengths)).toBeGreaterThan(5)
  })

  test('every sentence has an entry, in order, counted from 0', () => {
    const expected = sentencesOf(json).flatMap((_, at) => claimsOf(json, at).map((_claim, index) => [at, index]))
    expect(json.claims.map((claim) => [claim.sentence_index, claim.claim_index])).toEqual(expected)
    for (const at of sentencesOf(json).keys()) expect(claimsOf(json, at), `sentence ${at}`).not.toEqual([])
  })

  test('a direction names two of the actors; the sender stands first, in a ranking the state that is ranked', () => {
    for (const claim of json.claims.filter(({ direction }) => direction.includes('->'))) {
      const [sender, receiver] = claim.direction.split('->')
      if (claim.kind !== 'ranking') expect(claim.actors[0], JSON.stringify(claim)).toBe(sender)
      expect(claim.actors).toContain(sender)
      expect(claim.actors).toContain(receiver)
    }
  })

  test('a value has a unit, a unit a value, and an earlier value a later one', () => {
    for (const claim of json.claims.filter(isChecked)) {
      expect(claim.value === undefined, JSON.stringify(claim)).toBe(claim.unit === undefined)
      if (claim.value_from !== undefined) expect(claim.value).toBeDefined()
    }
  })

  test('what was planted is wrong, and a verdict is among those that it accepts', () => {
    for (const { planted, truth } of json.claims.filter(isChecked)) {
      if (planted) expect(['contradicted', 'partly']).toContain(truth.verdict)
      expect(truth.accept ?? [truth.verdict]).toContain(truth.verdict)
    }
  })
})

const all = files.map(({ json }) => json)
const ours = all.filter(({ split }) => ![...reworded, ...withSlips].some((folder) => folder === split))
const slips = all.filter(({ split }) => withSlips.some((folder) => folder === split)).flatMap((text) => text.claims.filter(isChecked))
const claims = all.flatMap((text) => text.claims)
const checkable = claims.filter(isChecked)
const sentences = all.flatMap((text) =>
  sentencesOf(text).map((sentence, at) => ({ sentence, checked: claimsOf(text, at).filter(isChecked) })),
)
const withoutDigit = sentences.filter(({ sentence }) => !/\d/.test(sentence)).flatMap(({ checked }) => checked)
const shareOf = (part: readonly unknown[], whole: readonly unknown[]) => Math.round((100 * part.length) / whole.length)
const shares = {
  aside: shareOf(
    all.filter(({ split }) => split.startsWith('aside')),
    all,
  ),
  planted: shareOf(
    ours.flatMap((text) => text.claims.filter(isChecked)).filter(({ planted }) => planted),
    ours.flatMap((text) => text.claims.filter(isChecked)),
  ),
  slips: shareOf(
    slips.filter(({ planted }) => planted),
    slips,
  ),
  withoutDigit: shareOf(withoutDigit, checkable),
  several: shareOf(
    sentences.filter(({ checked }) => checked.length > 1),
    sentences,
  ),
  none: shareOf(
    sentences.filter(({ checked }) => checked.length === 0),
    sentences,
  ),
}

describe(`${all.length} passages, ${sentences.length} sentences, ${claims.length} entries, ${checkable.length} of them checkable`, () => {
  test.each([
    ['passages set aside', shares.aside, 8, 40],
    ['checkable claims with a planted error', shares.planted, 16, 32],
    ['checkable claims that reword a page or a manner, with a planted error', shares.slips, 8, 20],
    ['checkable claims in a sentence without a digit', shares.withoutDigit, 15, 45],
    ['sentences with two checkable claims or more', shares.several, 25, 55],
    ['sentences with none', shares.none, 15, 45],
  ])('%s: %d per cent', (_name, share, least, most) => {
    expect(share).toBeGreaterThanOrEqual(least)
    expect(share).toBeLessThanOrEqual(most)
  })

  test('all fourteen domains and every kind occur, each number once', () => {
    expect([...new Set(checkable.map((claim) => claim.domain))].sort()).toEqual([...domains].sort())
    expect([...new Set(claims.map((claim) => claim.kind))].sort()).toEqual([...new Set([...kinds, ...unchecked])].sort())
    expect(new Set(all.map(({ id }) => Number.parseInt(id, 10))).size).toBe(all.length)
  })
})

test.each(second)('$id, annotated a second time: every sentence of the passage has an entry', ({ id, claims: again }) => {
  const text = all.find((one) => one.id === id)
  expect([...new Set(again.map(({ sentence_index }) => sentence_index))]).toEqual([...sentencesOf(text!).keys()])
  for (const { kind, checkable: isCheckable } of again) expect(isCheckable ? kinds : unchecked).toContain(kind)
})
