import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { visavis } from '../visavis.ts'

const folder = join(import.meta.dirname, '../../../shared/reference')
const sample = join(folder, 'idealpoints-engine/bsv_rollcalls.csv.gz')
const there = existsSync(sample)
if (!there && process.env['CI'] === 'true') throw new Error('../shared/reference is missing, and CI needs it')

interface Row {
  readonly cow: string
  readonly session: number
  readonly votes: number
  readonly theta: number
  readonly sd: number
}

function correlation(x: readonly number[], y: readonly number[]): number {
  const mean = (of: readonly number[]): number => of.reduce((sum, one) => sum + one, 0) / of.length
  const [mx, my] = [mean(x), mean(y)]
  const sum = (f: (i: number) => number): number => x.reduce((total, _, i) => total + f(i), 0)
  return sum((i) => (x[i]! - mx) * (y[i]! - my)) / Math.sqrt(sum((i) => (x[i]! - mx) ** 2) * sum((i) => (y[i]! - my) ** 2))
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
}

describe.skipIf(!there)('visavis measure ideal-points --sample FILE --format csv (needs ../shared)', () => {
  let ours: Row[]
  let published: Map<string, Record<string, string>>

  beforeAll(async () => {
    const { code, out } = await visavis('measure', 'ideal-points', '--sample', sample, '--format', 'csv', '--quiet', '--threads', '1')
    expect(code).toBe(0)
    const [header, ...lines] = out.trimEnd().split('\n')
    expect(header).toBe('cow,session,votes,theta,sd,low90,high90')
    ours = lines.map((line) => {
      const [cow, session, votes, theta, sd] = line.split(',')
      return { cow: cow!, session: Number(session), votes: Number(votes), theta: Number(theta), sd: Number(sd) }
    })
    const [names, ...rows] = readFileSync(join(folder, 'idealpoints/IdealpointestimatesAll_Apr2020.csv'), 'utf8').trimEnd().split('\n')
    const columns = names!.split(',').map((name) => name.replaceAll('"', ''))
    published = new Map(
      rows.map((row) => {
        const cells = row.split(',').map((cell) => cell.replaceAll('"', ''))
        const fields = Object.fromEntries(columns.map((name, i) => [name, cells[i]!]))
        return [`${fields['ccode']} ${fields['session']}`, fields]
      }),
    )
  }, 300_000)

  const theirs = (row: Row): Record<string, string> => published.get(`${row.cow} ${row.session}`)!

  test('has every state in every session of the published file (April 2020), each with its number of votes, and no other', () => {
    expect(ours.length).toBe(published.size)
    for (const row of ours) expect(row.votes).toBe(Number(theirs(row)['NVotes']))
  })

  test('correlates with it at 0.99 overall, 0.995 from session 12 on, and 0.9985 within the median session', () => {
    const r = (rows: readonly Row[]): number =>
      correlation(
        rows.map(({ theta }) => theta),
        rows.map((row) => Number(theirs(row)['IdealPoint'])),
      )
    expect(r(ours)).toBeGreaterThan(0.99)
    expect(r(ours.filter(({ session }) => session >= 12))).toBeGreaterThan(0.995)
    const sessions = [...new Set(ours.map(({ session }) => session))]
    expect(median(sessions.map((one) => r(ours.filter(({ session }) => session === one))))).toBeGreaterThan(0.9985)
  })

  test('has standard deviations within a tenth of the published ones at the median, correlated at 0.9', () => {
    const spread = (row: Row): number => (Number(theirs(row)['Q95%']) - Number(theirs(row)['Q5%'])) / 3.29
    expect(median(ours.map((row) => row.sd / spread(row)))).toBeGreaterThan(0.9)
    expect(median(ours.map((row) => row.sd / spread(row)))).toBeLessThan(1.1)
    expect(
      correlation(
        ours.map(({ sd }) => sd),
        ours.map((row) => spread(row)),
      ),
    ).toBeGreaterThan(0.9)
  })
})
