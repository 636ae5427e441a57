import { sameQuestion } from './resolution-links-same-question.ts'
import { titleSeries, typoCorrections } from './resolution-links-title.ts'

/** The columns of the table `roll_calls` that identify the resolution of a roll call. */
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
 * Why two roll calls are treated as votes on the same text: `same-vote`: one vote recorded twice · `same-title`: the
 * only resolution with that title in both sessions · `mistyped-title`: the same except for a typing error in one word
 * or two · `known-heading`: an index heading that stands for one resolution (resolution-links-headings.ts) · `read`:
 * read one by one (resolution-links-read-table.ts).
 */
export type LinkRule = 'same-vote' | 'same-title' | 'mistyped-title' | 'known-heading' | 'read'

/** Two roll calls on the same text, as indices in the list; `earlier` is from the earlier session. */
export interface RollCallLink {
  readonly earlier: number
  readonly later: number
  readonly rule: LinkRule
}

export interface LinkedRollCalls {
  /**
   * Item of each roll call, numbered from 0 in the order of their first roll calls. A roll call without a link has its
   * own item.
   */
  readonly items: Int32Array
  readonly links: readonly RollCallLink[]
}

export interface LinkOptions {
  /**
   * Maximum number of sessions from one vote on a resolution to the next that links. Default 3, so that a triennial resolution links.
   */
  readonly gap?: number | undefined
  /** Maximum number of sessions an item may span; beyond it a new item begins. Default: no limit. */
  readonly span?: number | undefined
}

interface Candidate {
  readonly row: number
  readonly session: number
  readonly series: string
  readonly rule: LinkRule
}

/**
 * Finds which roll calls are on the same recurring resolution, so that they can share one item of the ideal-point model.
 *
 * Uses only titles, symbols and sessions, never the votes cast: links chosen by votes would make positions appear more
 * stable than they are. Only votes on whole resolutions of regular sessions link, except for those in
 * resolution-links-read-table.ts; the record does not identify paragraphs. Precision takes precedence over recall: a
 * heading or title that may cover several texts does not link. See docs/measures/resolution-links.md for the measured
 * accuracy.
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

/** Returns the candidates with typing errors corrected. */
function spelledAlike(candidates: readonly Candidate[]): Candidate[] {
  const spelling = typoCorrections(candidates.map(({ series }) => series))
  return candidates.map((one) => {
    const series = spelling.get(one.series)
    return series === undefined ? one : { ...one, series, rule: 'mistyped-title' }
  })
}

/**
 * Links each session's resolution with that of the next session that has one. Where a session has several with the
 * title, they cannot be distinguished, and none links.
 */
function linksWithin(group: readonly Candidate[], gap: number): RollCallLink[] {
  const bySession = [...groupBy(group, ({ session }) => session).values()].sort(([a], [b]) => a!.session - b!.session)
  return bySession.slice(1).flatMap(([later, ...more], i): RollCallLink[] => {
    const [earlier, ...others] = bySession[i]!
    const single = more.length === 0 && others.length === 0
    const near = later!.session - earlier!.session <= gap
    return single && near ? [{ earlier: earlier!.row, later: later!.row, rule: ruleOf(earlier!, later!) }] : []
  })
}

/** Returns the rule of a link: the weaker of the rules of its two roll calls. */
function ruleOf(a: Candidate, b: Candidate): LinkRule {
  const rules = [a.rule, b.rule]
  return rules.includes('known-heading') ? 'known-heading' : rules.includes('mistyped-title') ? 'mistyped-title' : 'same-title'
}

/**
 * Links votes that were recorded twice. From session 31 a symbol identifies one text: two votes on the whole of it in one session are one vote recorded
 * twice.
 */
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
