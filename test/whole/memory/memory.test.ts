import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { stepsOf } from '../../../src/memory/catalogue/steps-of-catalogue.ts'
import { catalogue, figuresOf, openMemory, prepareMemory, tellOfMemory } from '../../../src/memory/index.ts'
import { buildMemory } from '../../../src/memory/steps/build.ts'
import { stepKeys } from '../../../src/memory/steps/keys.ts'
import { inOrder } from '../../../src/memory/steps/step.ts'
import { openSnapshot } from '../../../src/store/index.ts'
import { flows, writeSmallRecord } from '../../memory/small-record.ts'
import { freshRoot } from '../../store/fresh-root.ts'

/** Opens the memory of a root anew and returns what was said meanwhile, and the goods from Kenya to Tanzania in 2021. */
async function opened(root: string): Promise<{ said: string[]; value: number | undefined }> {
  const said: string[] = []
  tellOfMemory((line) => said.push(line))
  onTestFinished(() => tellOfMemory(() => undefined))
  const snapshot = await openSnapshot(root)
  try {
    await openMemory(snapshot)
    return { said, value: (await figuresOf(snapshot, 'TZA', 'KEN')).level('goods-flow', 'KEN', 'TZA', '2026-01-01')?.value }
  } finally {
    snapshot.close()
  }
}

const filesOf = (root: string): string[] => readdirSync(join(root, 'memory')).filter((name) => name.endsWith('.parquet'))
const goods = (root: string): string => join(root, 'memory', filesOf(root).find((name) => name.startsWith('figures-trade'))!)
const written = (root: string): Map<string, number> =>
  new Map(filesOf(root).map((name) => [name, statSync(join(root, 'memory', name)).mtimeMs]))

test('a memory is worked out once, with one line, and then used as it is', async () => {
  const root = freshRoot()
  await writeSmallRecord(root)
  const first = await opened(root)
  expect(first.value).toBe(400e6)
  expect(first.said).toEqual(['working out what the record says of every pair; this takes some seconds, once'])
  const before = written(root)
  expect(await opened(root)).toEqual({ said: [], value: 400e6 })
  expect(written(root)).toEqual(before)
})

const damages: [string, (root: string, id: string) => void, RegExp][] = [
  [
    'cut off',
    (root) => truncateSync(goods(root), statSync(goods(root)).size - 10),
    /figures-trade-\w+\.parquet has \d+ bytes instead of \d+/,
  ],
  [
    'altered',
    (root) => {
      const bytes = readFileSync(goods(root))
      bytes[bytes.length >> 1]! ^= 255
      writeFileSync(goods(root), bytes)
    },
    /figures-trade-\w+\.parquet was altered/,
  ],
  ['missing', (root) => rmSync(goods(root)), /figures-trade-\w+\.parquet is missing/],
  [
    'of another version',
    (root, id) => {
      const path = join(root, 'memory', `${id}.json`)
      const index = JSON.parse(readFileSync(path, 'utf8')) as { parts: { step: string; key: string }[] }
      for (const part of index.parts) if (part.step === 'figures-trade') part.key = '0'.repeat(16)
      writeFileSync(path, JSON.stringify(index))
    },
    /made by another version/,
  ],
  ['without a whole index', (root, id) => truncateSync(join(root, 'memory', `${id}.json`), 40), /its index is cut off/],
]

test.each(damages)('a memory that is %s is never used: it is worked out anew, and a line says why', async (_, damage, why) => {
  const root = freshRoot()
  const { id } = await writeSmallRecord(root)
  await opened(root)
  damage(root, id)
  const again = await opened(root)
  expect(again.value).toBe(400e6)
  expect(again.said[0]).toMatch(why)
  expect(again.said[0]).toContain(`the memory of snapshot ${id} is worked out anew`)
  expect((await opened(root)).said).toEqual([])
})

/** The steps that read observations, or a part that is made from them. */
const restingOnObservations = inOrder(stepsOf(catalogue))
  .filter((step) => inOrder([step]).some(({ from }) => from.tables.includes('observations')))
  .map(({ id }) => id)
  .sort()

test('the key of a step changes with its rows and with nothing else', async () => {
  const root = freshRoot()
  const one = await writeSmallRecord(root)
  const noted = await writeSmallRecord(root, flows, 1, 'another note')
  const other = await writeSmallRecord(root, flows, 2)
  const keys = (manifest: typeof one) => Object.fromEntries(stepKeys(manifest, stepsOf(catalogue)))
  expect(keys(noted)).toEqual(keys(one))
  const changed = Object.entries(keys(other)).filter(([id, key]) => keys(one)[id] !== key)
  expect(changed.map(([id]) => id).sort()).toEqual(restingOnObservations)
})

test('one more year of trade redoes only the steps of trade', async () => {
  const root = freshRoot()
  const first = await writeSmallRecord(root)
  await prepareMemory({ directory: join(root, 'snapshots', first.id), manifest: first })
  const before = written(root)
  const second = await writeSmallRecord(root, [...flows, ['KEN', 'TZA', 2022, 500], ['TZA', 'KEN', 2022, 300]])
  await prepareMemory({ directory: join(root, 'snapshots', second.id), manifest: second })
  const anew = filesOf(root).filter((name) => !before.has(name))
  expect(anew.map((name) => name.replace(/-\w{16}\.parquet$/, '')).sort()).toEqual(restingOnObservations)
  for (const [name, time] of before) expect([name, written(root).get(name)]).toEqual([name, time])
  const snapshot = await openSnapshot(join(root, 'snapshots', second.id))
  onTestFinished(() => snapshot.close())
  expect((await figuresOf(snapshot, 'KEN', 'TZA')).level('goods-flow', 'KEN', 'TZA', '2026-01-01')).toMatchObject({
    year: 2022,
    value: 500e6,
  })
})

test('rows that a step does not read leave its part as it is, copied under its new name', async () => {
  const root = freshRoot()
  const first = await writeSmallRecord(root)
  await prepareMemory({ directory: join(root, 'snapshots', first.id), manifest: first })
  const second = await writeSmallRecord(root, [...flows, ['KEN', 'TZA', 2021, 7, 'fuel-sales']])
  await prepareMemory({ directory: join(root, 'snapshots', second.id), manifest: second })
  const parts = ({ id }: typeof first): { step: string; inputs: string; sha256: string }[] =>
    JSON.parse(readFileSync(join(root, 'memory', `${id}.json`), 'utf8')).parts
  const before = parts(first)
  const changed = parts(second).filter(({ inputs }, i) => inputs !== before[i]!.inputs)
  expect(changed.map(({ step }) => step)).toEqual(['figures-energy'])
  expect(parts(second).filter(({ sha256 }, i) => sha256 !== before[i]!.sha256)).toHaveLength(1)
})

test('a query is given only the indicators that it names', async () => {
  const figure = {
    ...catalogue.figuresByDomain.energy![0]!,
    from: { indicators: ['fuel-sales'] },
    sql: `SELECT from_id AS a, to_id AS b, 2021 AS year, count(*) AS value, 'x' AS source, 'y' AS vintage FROM observations GROUP BY ALL`,
  }
  const root = freshRoot()
  const written = await writeSmallRecord(root, [...flows, ['KEN', 'TZA', 2021, 7, 'fuel-sales']])
  const snapshot = await openSnapshot(join(root, 'snapshots', written.id))
  onTestFinished(() => snapshot.close())
  await openMemory(snapshot, { ...catalogue, figuresByDomain: { energy: [figure] } })
  expect(await snapshot.rows('SELECT a, b, value FROM figures')).toEqual([{ a: 'KEN', b: 'TZA', value: 1 }])
})

test('a record without a single observation has a memory too', async () => {
  const root = freshRoot()
  const written = await writeSmallRecord(root, [])
  expect((await opened(root)).value).toBeUndefined()
  const bare = { ...written, tables: { ...written.tables, observations: [] } }
  const parts = await buildMemory({ root, manifest: bare, steps: stepsOf(catalogue), folder: join(root, 'bare') })
  expect(parts.find(({ step }) => step === 'goods-reports')!.rows).toBe(0)
})
