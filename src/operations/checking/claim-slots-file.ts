import { z } from 'zod'
import { type Claim, type ClaimPeriod, claimKinds, type Measured } from '../../claims/claim.ts'
import type { Said } from '../../claims/said/said.ts'
import type { ClaimSlots, SlotFault } from '../../claims/slots/claim-slots.ts'
import { VisavisError } from '../../errors.ts'
import { parseRecords } from '../../sources/formats/csv.ts'
import { saidSchema } from '../schemas/claims/said-schema.ts'

/** A claim as it stands in a file, or what is wrong with it. */
export type GivenClaim = { readonly line: number } & (
  | { readonly slots: ClaimSlots; readonly place?: PlaceInText }
  | { readonly id: string | null; readonly faults: readonly SlotFault[] }
)

/** Where a claim stands in the text that it was read from, and who is quoted. */
export type PlaceInText = Pick<Claim, 'sentence_index' | 'claim_index' | 'speaker'>

/** More claims than this would make an answer that no one reads; a longer list is given in parts. */
const mostClaims = 200_000

/**
 * Reads claims from JSON (a list, one claim, or an answer with `claims`), JSON Lines or CSV, whichever the text is. A claim that cannot be used stands in its
 * place with what is wrong in it; the others are read.
 *
 * @param name   name of the file, for messages
 * @throws VisavisError BadInput where nothing can be read at all; TooLarge
 */
export function claimsInText(text: string, name: string): GivenClaim[] {
  if (/[\0\ufffd]/.test(text)) throw bad(`${name} is not UTF-8 text`)
  const plain = text.replace(/^\ufeff/, '')
  const start = plain.search(/\S/)
  if (start < 0) throw bad(`${name} is empty`)
  const given = '[{'.includes(plain[start]!) ? claimsInJson(plain, name) : claimsInCsv(plain, name)
  if (given.length > mostClaims)
    throw new VisavisError(
      'TooLarge',
      `${name} holds ${given.length.toLocaleString('en-US')} claims; at most ${mostClaims.toLocaleString('en-US')} are checked at a time`,
      {
        hint: 'split -l 200000 claims.jsonl part-',
      },
    )
  const places = new Map<string, number>()
  return given.map((one) => {
    if (!('slots' in one) || one.slots.id === null) return one
    const first = places.get(one.slots.id)
    places.set(one.slots.id, first ?? one.line)
    return first === undefined
      ? one
      : { line: one.line, id: one.slots.id, faults: [{ slot: 'id', message: `"${one.slots.id}" is the id of line ${first} too` }] }
  })
}

const hint = 'visavis check --help'
const bad = (message: string): VisavisError => new VisavisError('BadInput', message, { hint })

function claimsInJson(text: string, name: string): GivenClaim[] {
  const whole = parsed(text)
  const read = readAnswer.safeParse(whole)
  if (read.success) return claimsOfText(read.data.claims, name)
  if (whole !== undefined) {
    const list = Array.isArray(whole)
      ? whole
      : Array.isArray((whole as { claims?: unknown }).claims)
        ? (whole as { claims: unknown[] }).claims
        : [whole]
    const lines = Array.isArray(whole) ? objectsIn(text).map(({ line }) => line) : []
    if (list.length === 0) throw bad(`${name} holds no claim`)
    return list.map((one, i) => givenClaim(one, lines[i] ?? i + 1))
  }
  // a list or lines of which one is broken: the others are read
  const pieces = objectsIn(text)
  if (pieces.length === 0) throw bad(`${name} is no JSON: ${reasonOf(text)}`)
  return pieces.map(({ text: piece, line }) => {
    const value = parsed(piece)
    return value === undefined
      ? { line, id: null, faults: [{ slot: 'claim', message: `no JSON: ${reasonOf(piece)}` }] }
      : givenClaim(value, line)
  })
}

/** The answer of `visavis read --json`: its claims belong together, as one may settle what another leaves open. */
const readAnswer = z.object({
  sentences: z.array(z.unknown()),
  claims: z.array(
    z.looseObject({
      checkable: z.boolean(),
      sentence_index: z.number().int().nonnegative(),
      claim_index: z.number().int().nonnegative(),
      speaker: z.string().max(2000).nullable(),
    }),
  ),
})

function claimsOfText(claims: z.infer<typeof readAnswer>['claims'], name: string): GivenClaim[] {
  const list = claims.filter(({ checkable }) => checkable)
  if (list.length === 0) throw bad(`${name} holds no claim that can be checked`)
  return list.map((one, i) => {
    const { sentence_index, claim_index, speaker } = one
    const given = givenClaim({ ...one, indicator: one['indicator'] ?? one['kind'] }, i + 1)
    return 'slots' in given ? { ...given, place: { sentence_index, claim_index, speaker } } : given
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function reasonOf(text: string): string {
  try {
    JSON.parse(text)
    return ''
  } catch (cause) {
    return (cause as Error).message.replace(/ in JSON at position.*$/s, '').slice(0, 120)
  }
}

/**
 * Returns the outermost objects of a text with their lines, without the brackets and commas between them; the last one may be cut off. A line that begins with
 * `{` begins an object anew, so that one cut off in the middle does not swallow the next.
 */
function objectsIn(text: string): { readonly text: string; readonly line: number }[] {
  const found: { text: string; line: number }[] = []
  let [depth, from, line, since, inString] = [0, 0, 1, 1, false]
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]!
    if (letter === '\n') {
      line++
      if (depth > 0 && /^\{\s*"/.test(text.slice(i + 1, i + 20)) && (inString || depth === 1)) {
        found.push({ text: text.slice(from, i), line: since })
        depth = 0
        inString = false
      }
    } else if (inString) {
      if (letter === '\\') i++
      else if (letter === '"') inString = false
    } else if (letter === '"' && depth > 0) inString = true
    else if (letter === '{') {
      if (depth === 0) [from, since] = [i, line]
      depth++
    } else if (letter === '}' && depth > 0) {
      depth--
      if (depth === 0) found.push({ text: text.slice(from, i + 1), line: since })
    }
  }
  return depth > 0 ? [...found, { text: text.slice(from), line: since }] : found
}

const day = /^(?:1[5-9]|20|21)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/
const isDay = (value: string): boolean => day.test(value) && !Number.isNaN(Date.parse(value))
const untimely = 'a time is 2023, 2023-05 or 2023-05-12, or two of them'

/** Makes a period of `2023`, `2023-01/2023-06`, `2019 to 2023`, `{"at": …}` or `{"from": …, "to": …}`. */
const period = z
  .unknown()
  .optional()
  .transform((value, context): ClaimPeriod | null => {
    if (value === undefined || value === null || value === '') return null
    const [from, to] = endsOf(value)
    if (from === undefined || !isDay(from) || (to !== undefined && !isDay(to))) context.addIssue(untimely)
    else if (to !== undefined && to.padEnd(10, '~') < from) context.addIssue('it ends before it begins')
    return to === undefined ? { at: from! } : { from: from!, to }
  })

function endsOf(value: unknown): (string | undefined)[] {
  if (typeof value === 'string' || typeof value === 'number')
    return String(value)
      .trim()
      .split(/\s*(?:\/|\.\.| to )\s*/)
  const { at, from, to } = value as { at?: unknown; from?: unknown; to?: unknown }
  return at === undefined ? [textOf(from), textOf(to) ?? 'none'] : [textOf(at)]
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : undefined

const words = z
  .union([z.string(), z.number().transform(String)])
  .transform((value) => (String(value).trim() === '' ? null : String(value).trim()))
  .nullable()
  .default(null)
const number = z
  .union([z.number(), z.string()], 'a number')
  .transform((value, context): number | null => {
    if (typeof value === 'number') return value
    const plain = value.trim().replace('−', '-')
    if (/^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(plain)) return Number(plain)
    context.addIssue(`"${value.slice(0, 40)}" is no number: digits with a point, without thousands separators`)
    return null
  })
  .nullable()
  .default(null)

const measured = z
  .object({
    topic: z.string().max(100),
    part: z.string().max(100).optional(),
    form: z.enum(['level', 'balance', 'share', 'change', 'rank', 'count', 'gap', 'event']),
    whole: z.object({ of: z.enum(['exports', 'imports', 'trade', 'gdp', 'total']), state: z.string().max(100) }).optional(),
    owner: z.string().max(100).optional(),
    volume: z.boolean().optional(),
  })
  .nullable()
  .default(null)
  .catch(null)

const place = z.coerce.number().int().nonnegative().max(1e6).nullable().default(null).catch(null)

const slotsForm = z.object({
  sentence_index: place,
  claim_index: place,
  id: words,
  sentence: words,
  kind: z.enum(claimKinds, `one of ${claimKinds.slice(0, -1).join(', ')}`),
  domain: words,
  indicator: z.string('words for what is measured or done').trim().min(1, 'words for what is measured or done').max(500),
  measured,
  actors: z
    .union([z.array(z.string()), z.string().transform(actorsIn)], 'a list of states: ["CHN", "RUS"]')
    .refine((list) => list.length > 0 && list.length <= 250, 'at least one state'),
  direction: z
    .union([words, z.object({ from: z.string(), to: z.string() }).transform(({ from, to }) => `${from}->${to}`)])
    .nullable()
    .default(null),
  period,
  period_base: period,
  value: number,
  value_from: number,
  unit: words,
  qualifier: words,
  source_named: words,
  said: saidSchema.nullable().default(null).catch(null),
})

/** Splits actors in one cell: `CHN; RUS`, `CHN|RUS`, `CHN RUS`, `China, Russia`. */
function actorsIn(cell: string): string[] {
  const parts = /^[A-Z]{3}(?: +[A-Z]{3})+$/.test(cell.trim()) ? cell.trim().split(/ +/) : cell.split(/[;|,]/)
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

/**
 * Makes the slots of a claim of an object; other keys than those of slots are left aside.
 *
 * @param line   the line that it stands in, or another number by which the caller knows it
 */
export function givenClaim(value: unknown, line: number): GivenClaim {
  const cleared =
    typeof value === 'object' && value !== null && !Array.isArray(value) ? withoutNull(value as Record<string, unknown>) : value
  const { data, error } = slotsForm.safeParse(cleared)
  if (data !== undefined) {
    const { sentence_index, claim_index, ...slots } = data
    const made = { line, slots: { ...slots, measured: data.measured as Measured | null, said: data.said as Said | null } }
    return sentence_index === null ? made : { ...made, place: { sentence_index, claim_index: claim_index ?? 0, speaker: null } }
  }
  const id = (value as { id?: unknown } | null)?.id
  return {
    line,
    id: typeof id === 'string' || typeof id === 'number' ? String(id) : null,
    faults: error.issues
      .slice(0, 5)
      .map(({ path, message }) => ({ slot: path[0] === undefined ? 'claim' : String(path[0]), message: plainMessage(message) })),
  }
}

const plainMessage = (message: string): string => (message === 'Invalid input' ? 'a form that is not known' : message)

/** Treats null and blank as not given, except that `indicator` and `kind` must be there. */
const withoutNull = (value: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null && one !== ''))

const columns = Object.keys(slotsForm.shape)

function claimsInCsv(text: string, name: string): GivenClaim[] {
  const separator = separatorOf(text.slice(0, text.indexOf('\n') < 0 ? undefined : text.indexOf('\n')))
  const records = parseRecords(text, separator)
  const [header, ...rows] = records
  const names = header!.cells.map((cell) => cell.trim().toLowerCase())
  const missing = ['kind', 'indicator', 'actors'].filter((one) => !names.includes(one))
  if (missing.length > 0)
    throw bad(
      `${name} is neither JSON nor CSV with the columns kind, indicator and actors: ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing`,
    )
  if (rows.length === 0) throw bad(`${name} has a header and no claim`)
  const known = names.map((one) => (columns.includes(one) ? one : undefined))
  return rows.map(({ cells, line }) => {
    if (cells.length !== names.length)
      return { line, id: null, faults: [{ slot: 'claim', message: `${cells.length} cells under a header of ${names.length}` }] }
    return givenClaim(Object.fromEntries(cells.flatMap((cell, i) => (known[i] === undefined ? [] : [[known[i], cell]]))), line)
  })
}

/** The separator that the header has most often. */
function separatorOf(header: string): string {
  const count = (mark: string): number => header.split(mark).length
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}
