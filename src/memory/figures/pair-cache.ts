import { type Snapshot, sqlLiteral } from '../../store/index.ts'

interface Kept<Rows> {
  readonly pairs: Map<string, Promise<Rows>>
  /** The state of which the rows with every later one are read, and they. */
  state?: { readonly iso3: string; readonly rows: Promise<ReadonlyMap<string, Rows>> }
}

/** Beyond this many, the pair asked for first is forgotten. */
const mostKept = 2048

/**
 * The two codes in their order, with a blank between, as the memory holds a pair.
 *
 * @example pairOf('USA', 'CHN')   // 'CHN USA'
 */
export function pairOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

/** Rows of a pair, read once for a snapshot: pair by pair, or for one state with every state that comes after it. */
export class PairCache<Rows> {
  private readonly kept = new WeakMap<Snapshot, Kept<Rows>>()
  private readonly read: (snapshot: Snapshot, where: string) => Promise<ReadonlyMap<string, Rows>>
  private readonly none: Rows

  /**
   * @param read   the rows of all pairs that meet a condition on the column `pair`, by pair. The condition has the codes in it: a query with parameters is
   *   planned twice, which takes longer than reading the rows
   * @param none   what a pair without a row has
   */
  constructor(read: (snapshot: Snapshot, where: string) => Promise<ReadonlyMap<string, Rows>>, none: Rows) {
    this.read = read
    this.none = none
  }

  /** The rows of a pair, in whichever order the two are given. */
  async of(snapshot: Snapshot, a: string, b: string): Promise<Rows> {
    const own = this.keptOf(snapshot)
    const pair = pairOf(a, b)
    if (own.state !== undefined && pair.startsWith(`${own.state.iso3} `)) return (await own.state.rows).get(pair) ?? this.none
    const known = own.pairs.get(pair)
    if (known !== undefined) return known
    const found = this.read(snapshot, `pair = ${sqlLiteral(pair)}`).then((rows) => rows.get(pair) ?? this.none)
    if (own.pairs.size >= mostKept) own.pairs.delete(own.pairs.keys().next().value!)
    own.pairs.set(pair, found)
    found.catch(() => own.pairs.delete(pair))
    return found
  }

  /**
   * Reads the rows of a state with every state that comes after it in the order of their codes, in one question, for a caller that asks for all pairs in that
   * order. They are forgotten with the next state.
   */
  async readFrom(snapshot: Snapshot, iso3: string): Promise<void> {
    const own = this.keptOf(snapshot)
    if (own.state?.iso3 === iso3) return
    const rows = this.read(snapshot, `pair > ${sqlLiteral(`${iso3} `)} AND pair < ${sqlLiteral(`${iso3}~`)}`)
    own.state = { iso3, rows }
    await rows
  }

  private keptOf(snapshot: Snapshot): Kept<Rows> {
    const own = this.kept.get(snapshot) ?? { pairs: new Map() }
    this.kept.set(snapshot, own)
    return own
  }
}
