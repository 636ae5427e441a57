import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type Ran, ran } from '../../visavis.ts'

const folder = mkdtempSync(join(tmpdir(), 'visavis-ideal-'))
afterAll(() => rmSync(folder, { recursive: true }))

function visavis(...words: string[]): Promise<Ran> {
  return ran(['measure', 'ideal-points', ...words], { env: { VISAVIS_HOME: join(folder, 'none'), VISAVIS_CACHE: join(folder, 'cache') } })
}

/** Two camps and a state between them, over two sessions. */
function ownSample(): string {
  const file = join(folder, 'own_rollcalls.csv')
  const votes = ['11233', '11333', '33211', '11133', '33311', '1.233', '11223', '33211']
  writeFileSync(file, `rcid,item,session,votes\n${votes.map((row, i) => `${i + 1},${i % 5},${i < 4 ? 1 : 2},${row}`).join('\n')}\n`)
  writeFileSync(join(folder, 'own_ccodes.txt'), '2\n200\n750\n710\n365\n')
  return file
}

describe('refused, with what to do instead', () => {
  test.each([
    ['--multiverse without two states', ['CHN', '--multiverse'], 2, '--multiverse is about the distance of two states'],
    ['--multiverse with a choice of its own', ['CHN', 'RUS', '--multiverse', '--from', '1990'], 2, 'leave --from away'],
    ['--divisive with one state', ['CHN', '--divisive', '5'], 2, '--divisive is about all states or about two'],
    ['--session alone', ['CHN', 'RUS', '--session', '70'], 2, '--session goes with --multiverse'],
    ['a window that ends before it begins', ['--from-session', '70', '--to-session', '60'], 2, 'from session 70 to 60'],
    ['a filter of the record on a sample', ['--sample', 'x.csv', '--issue', 'nu'], 2, 'a sample file has been chosen already'],
    ['a sample that is not there', ['--sample', '/nowhere/x.csv'], 1, 'BadInput'],
    ['the same state twice', ['CHN', 'China'], 2, 'SameState'],
    ['a window without votes', ['CHN', 'RUS', '--from', '2026-07'], 3, 'It covers 1946-01-01 to 2026-06-04'],
    ['importance where nothing was listed', ['--important', '--from', '2021'], 3, 'after the filter "important"'],
  ])('%s', async (_, words, code, message) => {
    const ran = await visavis(...words)
    expect(ran.err).toContain(message)
    expect(ran.code).toBe(code)
    expect(ran.out).toBe('')
  })
})

describe('a sample of one’s own', () => {
  test('CSV in the fixed form: the United States above Russia, who votes with them beside them', async () => {
    const { code, out } = await visavis('--sample', ownSample(), '--format', 'csv', '--quiet')
    expect(code).toBe(0)
    const [header, ...lines] = out.trimEnd().split('\n')
    expect(header).toBe('cow,session,votes,theta,sd,low90,high90')
    const rows = lines.map((line) => line.split(',').map(Number))
    expect(rows.map(([cow, session]) => `${cow} ${session}`)).toEqual(
      ['2', '200', '365', '710', '750'].flatMap((cow) => [`${cow} 1`, `${cow} 2`]),
    )
    const theta = (cow: number): number => rows.find((row) => row[0] === cow && row[1] === 1)![3]!
    expect(theta(2)).toBeGreaterThan(theta(750))
    expect(theta(750)).toBeGreaterThan(theta(365))
    expect(theta(200)).toBeGreaterThan(theta(710))
    for (const [, , , point, sd, low, high] of rows) {
      expect(low!).toBeCloseTo(point! - 1.644854 * sd!, 4)
      expect(high!).toBeCloseTo(point! + 1.644854 * sd!, 4)
    }
  })

  test('two states of it by name', async () => {
    const { out } = await visavis('China', 'Russia', '--sample', ownSample(), '--json', '--quiet')
    expect(JSON.parse(out)).toMatchObject({ a: '710', b: '365', sample: 'own_rollcalls.csv', distances: [{ session: 1 }, { session: 2 }] })
  })

  test('a state that it lacks is refused by name and number', async () => {
    const { code, err } = await visavis('Brazil', '--sample', ownSample())
    expect(code).toBe(3)
    expect(err).toContain('has no votes of Brazil (Correlates of War 140)')
  })

  test('draws from the posterior are told with their worth, and are the same for the same seed', async () => {
    const words = ['--sample', ownSample(), '--posterior', '--seed', '7', '--json', '--quiet', '--threads', '1']
    const [first, second] = [await visavis(...words), await visavis(...words)]
    expect(first.out).toBe(second.out)
    const { fit, seed } = JSON.parse(first.out)
    expect(seed).toBe(7)
    expect(fit.method).toBe('posterior')
    expect(fit.posterior.effective).toBeGreaterThan(0)
  })
})

describe('from the record', () => {
  test('the second answer is read from what was kept, and is the same', async () => {
    const words = ['CHN', 'RUS', '--from-session', '78', '--json', '--quiet', '--threads', '1']
    const [first, second] = [await visavis(...words), await visavis(...words)]
    expect(second.out).toBe(first.out)
    const { distances, fit, evidence } = JSON.parse(first.out)
    expect(distances.map((row: { session: number }) => row.session)).toEqual([78, 79, 80])
    expect(fit).toMatchObject({ converged: true, begun: 'cold', poles: { high: 'USA', low: 'RUS' } })
    expect(evidence.reduce((sum: number, one: { count: number }) => sum + one.count, 0)).toBe(fit.rollCalls)
  })

  test('a position has its interval, and a state that had no vote yet has no row', async () => {
    const { out } = await visavis('Tuvalu', '--from-session', '50', '--to-session', '56', '--format', 'csv', '--quiet')
    const [header, ...lines] = out.trimEnd().split('\n')
    expect(header).toBe('iso3,cow,session,year,votes,theta,sd,low90,high90')
    expect(lines.map((line) => line.split(',').slice(0, 4).join(' '))).toEqual(['TUV 947 56 2001'])
  })

  test('a pair without a common session is unknown, not zero', async () => {
    const { code, out } = await visavis('TWN', 'USA', '--from-session', '75', '--quiet')
    expect(code).toBe(0)
    expect(out).toContain('Unknown: TWN and USA have no session in which both voted')
  })
})
