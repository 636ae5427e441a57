import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type Ran, visavisAt } from '../visavis.ts'

const home = mkdtempSync(join(tmpdir(), 'visavis-hostile-'))
afterAll(() => rmSync(home, { recursive: true }))

const visavis = (...words: string[]): Promise<Ran> => visavisAt(home, ...words)

function file(name: string, text: string): string {
  const path = join(home, name)
  writeFileSync(path, text)
  return path
}

const years = Array.from({ length: 30 }, (_, i) => 1990 + i)

describe('a CSV holds no formula of its input', () => {
  test('forecast: the name of a series', async () => {
    const rows = years.map((year, i) => `${year},${100 + ((i * 37) % 11)}`)
    const { code, out } = await visavis('forecast', file('series.csv', `year,"=cmd|'/c calc'!A0"\n${rows.join('\n')}\n`), '--format', 'csv')
    expect([code, out.includes(',=cmd') || out.includes('\n=cmd'), out.includes("\n'=cmd|'/c calc'!A0,")]).toEqual([0, false, true])
  })

  test('gravity: the name of a regressor', async () => {
    const states = ['CHN', 'RUS', 'USA', 'DEU', 'FRA', 'IND']
    const rows = states.flatMap((a, i) =>
      states.flatMap((b, j) =>
        a === b ? [] : [2019, 2020].map((year) => `${a},${b},${year},${100 + i * 17 + j * 29 + year},${1 + ((i * j + year) % 7)}`),
      ),
    )
    const panel = file('panel.csv', `exporter,importer,year,flow,@x\n${rows.join('\n')}\n`)
    const { code, out, err } = await visavis('gravity', panel, '--flow', 'flow', '--regressors', '@x', '--format', 'csv')
    expect([code, err.includes('Error')]).toEqual([0, false])
    expect(out).toMatch(/\n'@x,/)
  })
})

test('check ends with 3 where no claim can be used, with 0 where one can', async () => {
  const bad = '{"kind":"nonesuch","indicator":"x","actors":["FIN"]}'
  const good = '{"kind":"membership","indicator":"member of NATO","actors":["FIN"],"period":"2023"}'
  const unusable = await visavis('check', file('bad.jsonl', `${bad}\n{"kind":\n`), '--json')
  expect([unusable.code, JSON.parse(unusable.out).summary.errors > 0]).toEqual([3, true])
  expect((await visavis('check', file('good.jsonl', `${bad}\n${good}\n`), '--json')).code).toBe(0)
})

test('what has no end is refused before it is read', async () => {
  for (const words of [
    ['add', 'world-bank', '/dev/zero'],
    ['add', 'baci', '/dev/zero'],
    ['gravity', '/dev/zero', '--regressors', 'x'],
  ]) {
    const began = performance.now()
    const { code, err } = await visavis(...words)
    expect([words, code]).toEqual([words, 1])
    expect(err).toMatch(/is a device or a pipe/)
    expect(performance.now() - began).toBeLessThan(20_000)
  }
  for (const command of ['watch', 'forecast', 'check', 'read'])
    expect((await visavis(command, '/dev/zero')).err).toMatch(/has more than 120 MB|is a device or a pipe/)
})
