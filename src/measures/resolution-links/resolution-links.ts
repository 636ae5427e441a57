import { sameQuestion } from './resolution-links-read-table.ts'
import { titleSeries, typoCorrections } from './resolution-links-title.ts'

/** What of a roll call tells which resolution it was on: columns of the table `roll_calls`. */
export interface TitledRollCall {
  readonly id: number
  /** 74, ES-11 */
  readonly session: string
  readonly symbol: string | null
  readonly title: string | null
  /** whole, paragraph, amendment, other */
  readonly kind: string | null
}

/**
 * Why two roll calls are taken to be on the same text:
 * `same-vote` one vote that stands twice in the record · `same-title` the only resolution of that title in both sessions · `mistyped-title` the same but for a slip in one word
 * or two · `known-heading` an index heading that stands for one resolution (resolution-links-headings.ts) · `read` read one by one (resolution-links-read-table.ts).
 */
export type LinkRule = 'same-vote' | 'same-title' | 'mistyped-title' | 'known-heading' | 'read'

/** Two roll calls on the same text, as places in the list given; `earlier` is of the earlier session. */
export interface RollCallLink {
  readonly earlier: number
  readonly later: number
  readonly rule: LinkRule
}

export interface LinkedRollCalls {
  /** Item of each roll call, numbered from 0 in the order of their first roll calls; a roll call without a link has an item of its own. */
  readonly items: Int32Array
  readonly links: readonly RollCallLink[]
}

export interface LinkOptions {
  /** How many sessions may lie between two votes of a resolution that is not put each year (3: a triennial one links). */
  readonly gap?: number | undefined
  /** How many sessions an item may span; where it would grow longer a new item begins. Default: no limit. */
  readonly span?: number | undefined
}

interface Candidate {
  readonly row: number
  readonly session: number
  readonly series: string
  readonly rule: LinkRule
}

/**
 * Which roll calls are on the same recurring resolution, so that they may share one item of the ideal point model.
 *
 * Rests on titles, symbols and sessions only, never on how anybody voted: links chosen by votes would make positions look steadier than they are.
 * Only votes on whole resolutions of regular sessions link, but for those in resolution-links-read-table.ts; which paragraph a vote was on is not in the record.
 * Precision comes before recall: a heading or title that may cover several texts does not link. See docs/measures/resolution-links.md for how often that is right.
 *
 * @param rollCalls   in any order; items are numbered in that order
 * @example linkRollCalls([70, 71].map((id) => ({ id, session: `${id}`, symbol: null, title: 'Reducing nuclear danger', kind: 'whole' }))).items   // [0, 0]
 */
export function linkRollCalls(rollCalls: readonly TitledRollCall[], options: LinkOptions = {}): LinkedRollCalls {
  const twins = sameVotes(rollCalls)
  const read = readLinks(rollCalls)
  const again = new Set(twins.map(({ later }) => later))
  const candidates = rollCalls.flatMap((rollCall, row) => (again.has(row) ? [] : candidate(rollCall, row)))
  const series = groupBy(spelledAlike(candidates), (one) => one.series)
  const recurring = [...series.values()].flatMap((group) => linksWithin(group, options.gap ?? 3))
  const links = [...twins, ...read, ...recurring]
  return { items: itemsOf(rollCalls, links, options.span ?? Number.POSITIVE_INFINITY), links }
}

function candidate({ kind, session, title }: TitledRollCall, row: number): Candidate[] {
  if (kind !== 'whole' || title === null || !/^\d+$/.test(session)) return []
  const found = titleSeries(title, Number(session))
  return found === undefined ? [] : [{ row, session: Number(session), ...found }]
}

/** The same with slips of the pen put right. */
function spelledAlike(candidates: readonly Candidate[]): Candidate[] {
  const spelling = typoCorrections(candidates.map(({ series }) => series))
  return candidates.map((one) => {
    const series = spelling.get(one.series)
    return series === undefined ? one : { ...one, series, rule: 'mistyped-title' }
  })
}

/** Each session's resolution with that of the next session that has one. Where a session has several of the title nothing tells them apart, and none links. */
function linksWithin(group: readonly Candidate[], gap: number): RollCallLink[] {
  const bySession = [...groupBy(group, ({ session }) => session).values()].sort(([a], [b]) => a!.session - b!.session)
  return bySession.slice(1).flatMap(([later, ...more], i): RollCallLink[] => {
    const [earlier, ...others] = bySession[i]!
    const single = more.length === 0 && others.length === 0
    const near = later!.session - earlier!.session <= gap
    return single && near ? [{ earlier: earlier!.row, later: later!.row, rule: ruleOf(earlier!, later!) }] : []
  })
}

/** The weaker of the two names the link. */
function ruleOf(a: Candidate, b: Candidate): LinkRule {
  const rules = [a.rule, b.rule]
  return rules.includes('known-heading') ? 'known-heading' : rules.includes('mistyped-title') ? 'mistyped-title' : 'same-title'
}

/** From session 31 a symbol names one text: two votes on the whole of it in one session are one vote recorded twice. */
function sameVotes(rollCalls: readonly TitledRollCall[]): RollCallLink[] {
  const whole = rollCalls.flatMap(({ kind, symbol }, row) =>
    kind === 'whole' && /^A\/RES\/\d+\/\d+/.test(symbol ?? '') ? [{ row, symbol }] : [],
  )
  const bySymbol = groupBy(whole, ({ symbol }) => symbol)
  return [...bySymbol.values()].flatMap(([first, ...others]) =>
    others.map(({ row }) => ({ earlier: first!.row, later: row, rule: 'same-vote' as const })),
  )
}

function readLinks(rollCalls: readonly TitledRollCall[]): RollCallLink[] {
  const rows = new Map<number | string, number>(rollCalls.map(({ id }, row) => [id, row]))
  rollCalls.forEach(({ kind, symbol }, row) => {
    const short = kind === 'whole' ? symbol?.replace(/^A\/RES\//, '') : undefined
    if (short !== undefined && !rows.has(short)) rows.set(short, row)
  })
  return sameQuestion.flatMap(({ votes }) => {
    const present = votes.flatMap((vote) => rows.get(vote) ?? [])
    return present.slice(1).map((later, i): RollCallLink => ({ earlier: present[i]!, later, rule: 'read' }))
  })
}

function itemsOf(rollCalls: readonly TitledRollCall[], links: readonly RollCallLink[], span: number): Int32Array {
  const session = (row: number): number => Number(rollCalls[row]!.session)
  const parent = Int32Array.from(rollCalls, (_, row) => row)
  const rootOf = (row: number): number => {
    let root = row
    while (parent[root] !== root) root = parent[root]!
    return root
  }
  // earliest first, so that an item's root is its first roll call
  for (const { earlier, later } of [...links].sort((a, b) => session(a.later) - session(b.later))) {
    const [first, other] = [rootOf(earlier), rootOf(later)]
    if (session(later) - session(first) < span || Number.isNaN(session(later))) parent[other] = first
  }
  const items = new Map<number, number>()
  return parent.map((_, row) => {
    const root = rootOf(row)
    if (!items.has(root)) items.set(root, items.size)
    return items.get(root)!
  })
}

function groupBy<T, K>(rows: readonly T[], key: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group === undefined) groups.set(key(row), [row])
    else group.push(row)
  }
  return groups
}
