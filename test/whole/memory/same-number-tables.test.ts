import { afterAll, beforeAll, expect, test } from 'vitest'
import { panelBlocks, panelFigures } from '../../../src/assessments/panel/panel.ts'
import { panelSeries } from '../../../src/assessments/panel/panel-catalogue.ts'
import { panelStates } from '../../../src/assessments/panel/panel-series.ts'
import { world } from '../../../src/assessments/world/world.ts'
import { worldMeasure } from '../../../src/assessments/world/world-measures.ts'
import { type Figure, figures, figuresOf } from '../../../src/memory/index.ts'
import { randomStream } from '../../../src/numeric/random.ts'
import { existedIn, existedOn, stateOf, states } from '../../../src/states/index.ts'
import { bundledRecord, openSnapshot, type Snapshot } from '../../../src/store/index.ts'

/** With this one four of the pairs were once on opposing sides of an armed conflict; with most few are. */
const seed = 36
const day = '2026-11-24'

let snapshot: Snapshot
beforeAll(async () => {
  snapshot = await openSnapshot(bundledRecord())
})
afterAll(() => snapshot.close())

/** Two hundred pairs of states of today, forty of each of five states, so that one question of the map serves forty pairs. */
const pairs = randomPairs()

function randomPairs(): [string, string][] {
  const stream = randomStream(seed, 'pairs of tables')
  const alive = states.filter((state) => existedOn(state, day)).map(({ iso3 }) => iso3)
  const drawn = (count: number, from: readonly string[]): string[] => {
    const left = [...from]
    return Array.from({ length: count }, () => left.splice(stream.uint32() % left.length, 1)[0]!)
  }
  const chosen = drawn(5, alive)
  const others = alive.filter((iso3) => !chosen.includes(iso3))
  return chosen.flatMap((one) => drawn(40, others).map((other): [string, string] => [one, other]))
}

/** The values of a figure of A towards B, by `A B year`, as each door has them. */
type Values = Map<string, number>

/** What the memory holds, in the unit in which tables have the figure. */
async function ofMemory({ id, of, unit }: Figure): Promise<Values> {
  const found: Values = new Map()
  for (const pair of pairs) {
    const own = await figuresOf(snapshot, ...pair)
    for (const [a, b] of of === 'pair' ? [[...pair].sort()] : [pair, [...pair].reverse()]) {
      for (const row of own.series(id, a!, b!, day))
        if (row.unit === unit && row.value !== null) found.set(`${a} ${b} ${row.year}`, row.value)
    }
  }
  return found
}

async function ofPanel({ id, of }: Figure): Promise<Values> {
  const cards = new Map(snapshot.manifest.sources.map((card) => [card.id, card]))
  const series = await panelSeries([id], { snapshot, cards, to: day }, [])
  const scope = { from: 1946, to: 2026, lastDay: day, directed: of === 'directed', pairs }
  expect(panelFigures(series, scope.directed)).toHaveLength(1)
  const found: Values = new Map()
  for (const { year, count, a, b, values } of panelBlocks(scope, series)) {
    for (let row = 0; row < count; row++) {
      if (!Number.isNaN(values[0]![row]!))
        found.set(`${panelStates[a[row]!]!.iso3} ${panelStates[b[row]!]!.iso3} ${year}`, values[0]![row]!)
    }
  }
  return found
}

async function ofWorld({ id, of }: Figure, way: 'of-state' | 'of-chosen'): Promise<Values> {
  const found: Values = new Map()
  for (const one of new Set(pairs.map(([first]) => first))) {
    const measure = worldMeasure(way === 'of-state' ? id : `${id}-of-chosen`)
    const request = {
      chosen: { kind: 'state', state: stateOf(one)! },
      measure,
      marked: undefined,
      from: undefined,
      until: undefined,
    } as const
    const answer = await world(snapshot, { ...request, to: day, draws: 100, seed: 1 })
    const wanted = new Set(pairs.filter(([first]) => first === one).map(([, other]) => other))
    for (const { iso3, values } of answer.states.filter((state) => wanted.has(state.iso3))) {
      const [a, b] = of === 'pair' ? [one, iso3].sort() : way === 'of-state' ? [iso3, one] : [one, iso3]
      for (const [at, year] of answer.years.entries()) if (values[at] != null) found.set(`${a} ${b} ${year}`, values[at])
    }
  }
  return found
}

/** What a door has that the memory has otherwise, or not at all: a cell that is none within the universe of the source is no row. */
function differing(door: Values, memory: Values, figure: Figure, hasAllYears: boolean): string[] {
  const none = figure.absent.means === 'none' ? figure.absent.value : undefined
  const wrong = [...door].filter(([key, value]) => (memory.has(key) ? memory.get(key) !== value : value !== none)).map(([key]) => key)
  // a state that did not exist in the year has no row in a panel
  const lost = [...memory.keys()].filter((key) => !door.has(key) && (hasAllYears || bothExisted(key)))
  return [...wrong, ...lost].slice(0, 5)
}

function bothExisted(key: string): boolean {
  const [a, b, year] = key.split(' ') as [string, string, string]
  return [a, b].every((iso3) => existedIn(stateOf(iso3)!, Number(year)))
}

test.each(figures.map((figure) => [figure.id, figure] as const))(
  '%s is the same number in the memory, panel and world, to the last digit',
  async (_, figure) => {
    const memory = await ofMemory(figure)
    expect(memory.size).toBeGreaterThan(0)
    expect(differing(await ofPanel(figure), memory, figure, false)).toEqual([])
    const ways = figure.of === 'pair' ? (['of-state'] as const) : (['of-state', 'of-chosen'] as const)
    const seen: Values = new Map()
    for (const way of ways) for (const [key, value] of await ofWorld(figure, way)) seen.set(key, value)
    expect(differing(seen, memory, figure, true)).toEqual([])
  },
)
