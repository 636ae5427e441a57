import type { Manifest } from './manifest.ts'

/**
 * Sorts snapshots, the newest first. A snapshot always comes before its ancestors, whatever their time stamps. Of two unrelated snapshots, the one with the
 * later stamp comes first; if the stamps are equal, the one with the lower id. A stamp earlier than that of an ancestor counts as equal to the ancestor's.
 */
export function newestFirst(manifests: readonly Manifest[]): Manifest[] {
  const byId = new Map(manifests.map((manifest) => [manifest.id, manifest]))
  const stamps = new Map<string, number>()
  for (const manifest of manifests) stampAlong(manifest, byId, stamps)
  const rank = (a: Manifest, b: Manifest): number =>
    stamps.get(b.id)! - stamps.get(a.id)! || Date.parse(b.created) - Date.parse(a.created) || (a.id < b.id ? -1 : 1)
  const madeFrom = new Map<string, number>()
  for (const { parent } of manifests) if (parent !== null) madeFrom.set(parent, (madeFrom.get(parent) ?? 0) + 1)
  const ends = manifests.filter(({ id }) => !madeFrom.has(id))
  const ordered: Manifest[] = []
  while (ends.length > 0) {
    const next = ends.reduce((first, one) => (rank(one, first) < 0 ? one : first))
    ends.splice(ends.indexOf(next), 1)
    ordered.push(next)
    const below = next.parent === null ? undefined : byId.get(next.parent)
    if (below === undefined) continue
    const left = madeFrom.get(below.id)! - 1
    madeFrom.set(below.id, left)
    if (left === 0) ends.push(below)
  }
  return ordered
}

/** Sets the stamp of a snapshot: the latest of its own and its ancestors'. A loop is used, not a recursion, since a chain may have thousands of snapshots. */
function stampAlong(manifest: Manifest, byId: ReadonlyMap<string, Manifest>, stamps: Map<string, number>): void {
  const untold: Manifest[] = []
  let at: Manifest | undefined = manifest
  while (at !== undefined && !stamps.has(at.id)) {
    untold.push(at)
    at = at.parent === null ? undefined : byId.get(at.parent)
  }
  let latest = at === undefined ? -Infinity : stamps.get(at.id)!
  for (const one of untold.reverse()) {
    latest = Math.max(latest, Date.parse(one.created))
    stamps.set(one.id, latest)
  }
}

/** Returns the snapshots from which no other was made: the ends of the chains of parents and children. */
export function chainEnds(manifests: readonly Manifest[]): Manifest[] {
  const parents = new Set(manifests.map(({ parent }) => parent))
  return manifests.filter(({ id }) => !parents.has(id))
}

/** Returns a snapshot and its ancestors, the newest first, and their ids. The list ends at an ancestor that is missing from `all`; only its id is returned. */
export function ancestryOf(manifest: Manifest, all: readonly Manifest[]): { manifests: Manifest[]; ids: Set<string> } {
  const byId = new Map(all.map((one) => [one.id, one]))
  const manifests: Manifest[] = []
  const ids = new Set<string>()
  for (let id: string | null = manifest.id; id !== null && !ids.has(id); ) {
    ids.add(id)
    const found: Manifest | undefined = id === manifest.id ? manifest : byId.get(id)
    if (found !== undefined) manifests.push(found)
    id = found?.parent ?? null
  }
  return { manifests, ids }
}

/** A branch of snapshots that was not chosen: the id of its last snapshot, and the sources that the chosen branch lacks. */
export interface UnmergedBranch {
  readonly id: string
  readonly sources: readonly string[]
}

/**
 * Returns the branches that share an ancestor with the chosen snapshot and hold sources that it lacks. A source that was added again later on the chosen
 * branch does not count as lacking. Snapshots without a common ancestor are independent records and are not compared.
 *
 * @param known   all snapshots that may be ancestors, including the bundled record
 */
export function unmergedBranches(chosen: Manifest, ends: readonly Manifest[], known: readonly Manifest[]): UnmergedBranch[] {
  const own = ancestryOf(chosen, known)
  return ends
    .filter(({ id }) => id !== chosen.id)
    .flatMap((end) => {
      const theirs = ancestryOf(end, known)
      if (![...theirs.ids].some((id) => own.ids.has(id))) return []
      const here = own.manifests.filter(({ id }) => !theirs.ids.has(id))
      const there = theirs.manifests.filter(({ id }) => !own.ids.has(id))
      const missed = there.flatMap((manifest) =>
        // if the parent is missing, take every source whose card the chosen snapshot lacks or has in another form
        (sourcesChangedBy(manifest, known) ?? sourcesOtherThan(manifest.sources, chosen.sources)).filter(
          (source) => !isChangedLater(source, manifest, here, known),
        ),
      )
      return missed.length === 0 ? [] : [{ id: end.id, sources: [...new Set(missed)].sort() }]
    })
}

function isChangedLater(source: string, than: Manifest, here: readonly Manifest[], known: readonly Manifest[]): boolean {
  return here.some(
    (manifest) => Date.parse(manifest.created) > Date.parse(than.created) && (sourcesChangedBy(manifest, known) ?? []).includes(source),
  )
}

/** Returns the ids of the sources that a snapshot added, changed or removed; undefined if its parent is missing. */
function sourcesChangedBy({ parent, sources }: Manifest, known: readonly Manifest[]): string[] | undefined {
  const before = known.find(({ id }) => id === parent)?.sources
  if (before === undefined) return undefined
  const gone = before.filter(({ id }) => sources.every((card) => card.id !== id)).map(({ id }) => id)
  return [...sourcesOtherThan(sources, before), ...gone]
}

function sourcesOtherThan(sources: Manifest['sources'], than: Manifest['sources']): string[] {
  const texts = new Set(than.map((card) => JSON.stringify(card)))
  return sources.filter((card) => !texts.has(JSON.stringify(card))).map(({ id }) => id)
}
