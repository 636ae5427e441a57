import { existedOn, type State, stateOf } from '../../states/index.ts'
import { ledgerIndicators, ledgerKinds } from './ledger-item.ts'

/** Why a value is not a valid ledger, and in which item. */
export interface LedgerProblem {
  readonly what: string
  /** Index in the list of items; undefined for a problem in the ledger's own fields. */
  readonly item?: number
}

const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const date = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/

/** Finds the first problem that makes a value invalid as a ledger; undefined where it is valid. */
export function ledgerProblem(value: unknown): LedgerProblem | undefined {
  if (!isObject(value)) return { what: 'a ledger is an object with a, b, from, to, reviewed and items' }
  const head = headProblem(value)
  if (head !== undefined) return { what: head }
  const items = value['items'] as readonly unknown[]
  const pair = [value['a'], value['b']] as string[]
  const ids = new Map<string, number>()
  for (const [i, item] of items.entries()) {
    const what = isObject(item) ? itemProblem(item, pair, value['reviewed'] as string) : 'an item is an object'
    if (what !== undefined) return { what: `${isObject(item) ? `item ${String(item['id'])}: ` : ''}${what}`, item: i }
    const id = (item as { id: string }).id
    if (ids.has(id)) return { what: `item ${id} stands twice`, item: i }
    ids.set(id, i)
  }
  return undefined
}

function headProblem(value: Record<string, unknown>): string | undefined {
  if (value['schemaVersion'] !== 1) return 'schemaVersion must be 1'
  const unknown = ['a', 'b'].find((side) => typeof value[side] !== 'string' || stateOf(value[side]) === undefined)
  if (unknown !== undefined) return `"${unknown}" must be the ISO3 code of a state, not ${JSON.stringify(value[unknown])}`
  if (value['a'] === value['b']) return 'a and b are the same state'
  const bad = ['from', 'to', 'reviewed'].find((name) => typeof value[name] !== 'string' || !day.test(value[name]))
  if (bad !== undefined) return `"${bad}" must be a day YYYY-MM-DD`
  if ((value['from'] as string) > (value['to'] as string)) return 'from is after to'
  if ((value['to'] as string) > (value['reviewed'] as string)) return 'the ledger covers days after its review'
  return Array.isArray(value['items']) ? undefined : '"items" must be a list'
}

function itemProblem(item: Record<string, unknown>, pair: readonly string[], reviewed: string): string | undefined {
  return (
    idProblem(item) ??
    dateProblem(item, pair, reviewed) ??
    codingProblem(item) ??
    placeProblem(item) ??
    sourceProblem(item['sources']) ??
    actorProblem(item['actors'])
  )
}

function idProblem(item: Record<string, unknown>): string | undefined {
  const { id, sentence } = item
  if (typeof id !== 'string' || !/^[a-z0-9-]{8,70}$/.test(id)) return 'id must be 8 to 70 of a-z, 0-9 and -'
  if (typeof sentence !== 'string' || !/^.{30,320}$/su.test(sentence)) return 'sentence must be one of 30 to 320 characters'
  return undefined
}

function dateProblem(item: Record<string, unknown>, pair: readonly string[], reviewed: string): string | undefined {
  const { date: begins, until } = item
  if (typeof begins !== 'string' || !date.test(begins)) return `date must be YYYY, YYYY-MM or YYYY-MM-DD, not ${JSON.stringify(begins)}`
  if (until !== null && (typeof until !== 'string' || !date.test(until))) return 'until must be null or a date'
  if (firstDay(begins) > reviewed) return `date ${begins} is after the review of ${reviewed}: a ledger holds no future`
  if (until !== null && lastDay(until as string) < firstDay(begins)) return `until ${until} is before ${begins}`
  const absent = pair.map((iso3) => stateOf(iso3)).find((state) => state !== undefined && !existedIn(state, begins))
  return absent === undefined ? undefined : `${absent.name} did not exist on ${begins}`
}

function codingProblem(item: Record<string, unknown>): string | undefined {
  const { level, direction } = item
  const choices: readonly (readonly [string, readonly unknown[]])[] = [
    ['form', ['act', 'standing']],
    ['kind', ledgerKinds],
    ['indicator', ledgerIndicators.map(({ id }) => id)],
    ['direction', ['supports', 'contradicts']],
    ['confidence', ['high', 'moderate', 'low']],
    ['checked', ['read', 'excerpt']],
    ['level', [0, 1, 2, 3]],
  ]
  const wrong = choices.find(([name, allowed]) => !allowed.includes(item[name]))
  if (wrong !== undefined) return `${wrong[0]} must be one of ${wrong[1].join(', ')}, not ${JSON.stringify(item[wrong[0]])}`
  return level === 0 && direction === 'supports' ? 'an item cannot support level 0' : undefined
}

function placeProblem({ place, kind }: Record<string, unknown>): string | undefined {
  if (place === undefined) return undefined
  if (kind !== 'exercise' && kind !== 'patrol') return `a place is for exercises and patrols, not for ${JSON.stringify(kind)}`
  if (!isObject(place) || !isText(place['name'])) return 'a place needs name, lat, lon and within'
  const { lat, lon, within } = place
  if (!isBetween(lat, -90, 90) || !isBetween(lon, -180, 180))
    return `the place ${place['name']} needs lat (-90 to 90) and lon (-180 to 180)`
  return isBetween(within, 1, 3000) ? undefined : `the place ${place['name']} needs within, 1 to 3000 km`
}

function isBetween(value: unknown, low: number, high: number): boolean {
  return typeof value === 'number' && value >= low && value <= high
}

function sourceProblem(sources: unknown): string | undefined {
  if (!Array.isArray(sources) || sources.length === 0) return 'it has no source'
  const wrong = sources.find(
    (source) => !isObject(source) || !isText(source['title']) || !isText(source['publisher']) || !isDated(source['date']),
  )
  if (wrong !== undefined) return 'a source needs title, publisher and date (or null)'
  return sources.every((source) => /^https?:\/\/\S+$/.test(String(source['url']))) ? undefined : 'a source needs an address (url)'
}

function actorProblem(actors: unknown): string | undefined {
  if (!Array.isArray(actors) || actors.length === 0) return 'it names nobody'
  const sorts = ['state', 'bloc', 'organisation', 'person']
  const wrong = actors.find(
    (actor) => !isObject(actor) || !isText(actor['name']) || !isText(actor['role']) || !sorts.includes(String(actor['kind'])),
  )
  if (wrong !== undefined) return 'an actor needs name, role and kind (state, bloc, organisation, person)'
  const stranger = actors.find((actor) => actor['kind'] === 'state' && stateOf(actor['name']) === undefined)
  return stranger === undefined ? undefined : `"${stranger['name']}" is no state: give its ISO3 code`
}

/** Returns the first day that a partial date can mean. */
export function firstDay(partial: string): string {
  return partial + '-01-01'.slice(partial.length - 4)
}

/** Returns the last day that a partial date can mean. Day 31 is used in every month, because dates are only compared as text. */
export function lastDay(partial: string): string {
  return partial + '-12-31'.slice(partial.length - 4)
}

function existedIn(state: State, partial: string): boolean {
  return existedOn(state, firstDay(partial)) || existedOn(state, lastDay(partial))
}

function isDated(value: unknown): boolean {
  return value === null || (typeof value === 'string' && date.test(value))
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
