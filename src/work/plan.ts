import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { VisavisError } from '../errors.ts'

/** Plain data that decides a result together with the record and the version: the inputs of an operation. */
export type PlanInput = Readonly<Record<string, unknown>>

/** A heavy piece of work that can be split: what to do, from which record, in how many parts. */
export interface PlanSpec {
  /** Words of the command, such as `read-all` or `dyads`. */
  readonly operation: string
  readonly input: PlanInput
  /** Id of the record. */
  readonly snapshot: string
  /** Version of the program; another version may give other bytes. */
  readonly version: string
  /** The instant of planning (UTC), which stands for "now" wherever an answer depends on it. */
  readonly now: string
  /** Number of items, such as texts, pairs or draws. */
  readonly items: number
  /** Items of one cell; the last cell may have fewer. */
  readonly cell: number
}

/** A plan as it is in its file. */
export interface Plan extends PlanSpec {
  readonly schemaVersion: 1
  /** SHA-256 of the list of items beside the plan, one JSON text a line; null where items are numbers. */
  readonly list: string | null
  /** SHA-256 of everything above. */
  readonly hash: string
}

/** A cell: the items from `from` to before `to`. */
export interface CellRange {
  readonly from: number
  readonly to: number
}

/** Name of the list of items that belongs to a plan file. */
export const listBeside = (planFile: string): string => `${planFile}.items`

/**
 * Returns the hash of a plan. Plans with the same hash have the same cells and the same result.
 *
 * @example planHash({ operation: 'dyads', input: {}, snapshot: 's', version: '1', now: '2026-01-01T00:00:00.000Z', items: 3, cell: 2 }, null).length   // 64
 */
export function planHash(spec: PlanSpec, list: string | null): string {
  const { operation, input, snapshot, version, now, items, cell } = spec
  return createHash('sha256').update(canonicalJson({ operation, input, snapshot, version, now, items, cell, list })).digest('hex')
}

/**
 * Writes a plan, and the list of its items beside it, without holding the list in memory. A file that is there is replaced once the new one is complete.
 *
 * @param list   texts of the items, in order; undefined where items are numbers
 * @throws VisavisError Usage if there is nothing to do, or the size of a cell is not a positive whole number; CannotWrite if the file cannot be written
 */
export async function writePlan(file: string, spec: PlanSpec, list?: Iterable<string>): Promise<Plan> {
  if (spec.items < 1) throw new VisavisError('Usage', 'there is nothing to plan')
  if (!Number.isInteger(spec.cell) || spec.cell < 1) throw new VisavisError('Usage', 'a cell has one item or more', { hint: '--cell 40' })
  try {
    const listHash = list === undefined ? null : await writeList(listBeside(file), list)
    const plan: Plan = { schemaVersion: 1, ...spec, list: listHash, hash: planHash(spec, listHash) }
    await writeFile(`${file}.new`, `${JSON.stringify(plan, null, 2)}\n`)
    await rename(`${file}.new`, file)
    return plan
  } catch (cause) {
    throw new VisavisError('CannotWrite', `the plan ${file} cannot be written: ${(cause as Error).message}`, { cause })
  }
}

/** Lines that are written at once. */
const linesAtOnce = 4096

async function writeList(file: string, list: Iterable<string>): Promise<string> {
  const hash = createHash('sha256')
  const out = createWriteStream(`${file}.new`)
  const failed = once(out, 'error').then(([cause]) => Promise.reject(cause as Error))
  failed.catch(() => undefined)
  let lines: string[] = []
  const flush = async (): Promise<void> => {
    const text = lines.join('')
    lines = []
    hash.update(text)
    if (!out.write(text)) await Promise.race([once(out, 'drain'), failed])
  }
  for (const item of list) {
    lines.push(`${JSON.stringify(item)}\n`)
    if (lines.length === linesAtOnce) await flush()
  }
  await flush()
  out.end()
  await Promise.race([once(out, 'close'), failed])
  await rename(`${file}.new`, file)
  return hash.digest('hex')
}

/**
 * Reads a plan and checks that it is whole.
 *
 * @throws VisavisError BadInput if the file is no plan, was changed, or the list beside it is missing or another one
 */
export async function readPlan(file: string): Promise<Plan> {
  const text = await readFile(file, 'utf8').catch((cause: Error) => {
    throw new VisavisError('BadInput', `the plan ${file} cannot be read: ${cause.message}`, { hint: planHint, cause })
  })
  const plan = parsed(text)
  if (plan === undefined) throw new VisavisError('BadInput', `${file} is not a plan`, { hint: planHint })
  if (planHash(plan, plan.list) !== plan.hash)
    throw new VisavisError('BadInput', `the plan ${file} was changed after it was written: its hash is another one`, { hint: planHint })
  if (plan.list !== null && (await hashOf(listBeside(file))) !== plan.list)
    throw new VisavisError('BadInput', `the list of items ${listBeside(file)} is missing or not the one of this plan`, { hint: planHint })
  return plan
}

const planHint = 'visavis read-all essays/ --plan plan.json'

function parsed(text: string): Plan | undefined {
  try {
    const plan = JSON.parse(text) as Plan
    const isPlan =
      plan.schemaVersion === 1 &&
      typeof plan.operation === 'string' &&
      typeof plan.hash === 'string' &&
      Number.isInteger(plan.items) &&
      Number.isInteger(plan.cell) &&
      plan.cell > 0
    return isPlan ? plan : undefined
  } catch {
    return undefined
  }
}

async function hashOf(file: string): Promise<string | undefined> {
  const hash = createHash('sha256')
  try {
    for await (const piece of createReadStream(file)) hash.update(piece as Buffer)
    return hash.digest('hex')
  } catch {
    return undefined
  }
}

/** Number of cells of a plan. */
export const cellCount = ({ items, cell }: Pick<PlanSpec, 'items' | 'cell'>): number => Math.ceil(items / cell)

/**
 * Returns a cell by its number, from 0.
 *
 * @example cellAt({ items: 5, cell: 2 }, 2)   // { from: 4, to: 5 }
 */
export function cellAt({ items, cell }: Pick<PlanSpec, 'items' | 'cell'>, index: number): CellRange {
  return { from: index * cell, to: Math.min(items, (index + 1) * cell) }
}

/** JSON with sorted names, so that the same data always has the same text. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    one !== null && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([x], [y]) => (x < y ? -1 : 1)))
      : one,
  )
}
