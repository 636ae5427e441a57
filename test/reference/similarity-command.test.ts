import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { visavis } from '../visavis.ts'

const folder = join(import.meta.dirname, '../../../shared/reference/similarity')
const there = existsSync(folder)
if (!there && process.env['CI'] === 'true') throw new Error('../shared/reference is missing, and CI needs it')

const columns = {
  s_abs: 's_absolute',
  s_sq: 's_squared',
  pi: 'scott_pi',
  kappa: 'kappa_quadratic',
  tau_b: 'tau_b',
  bcai: 'benati_capurri_a',
}

function table(text: string): Record<string, string>[] {
  const [header, ...lines] = text.trimEnd().split('\n')
  const names = header!.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i]!, cell])))
}

describe.skipIf(!there)('visavis measure similarity --year Y --all --format csv (needs ../shared)', () => {
  test.each([1946, 1985, 2018])('%i: every dyad of the published table once, by COW codes, within 1e-6, and no other', async (year) => {
    const { code, out } = await visavis('measure', 'similarity', '--year', String(year), '--all', '--format', 'csv', '--quiet')
    expect(code).toBe(0)
    expect(out.split('\n')[0]).toBe(
      'iso3_a,iso3_b,cow_a,cow_b,n,s_absolute,s_squared,scott_pi,kappa_quadratic,tau_b,benati_capurri_a,agreement,partial_split,opposing',
    )
    const ours = new Map(table(out).map((row) => [`${row['cow_a']} ${row['cow_b']}`, row]))
    const published = table(gunzipSync(readFileSync(join(folder, `un_${year}.csv.gz`))).toString())
    expect(ours.size).toBe(published.length)
    expect(table(out).length).toBe(published.length)
    for (const row of published) {
      const own = ours.get(`${row['ccode1']} ${row['ccode2']}`)!
      expect(own['n']).toBe(row['n'])
      for (const [theirs, name] of Object.entries(columns)) {
        if (row[theirs] === '' || row[theirs] === 'NA') expect(own[name], name).toBe('')
        else expect(Math.abs(Number(own[name]) - Number(row[theirs]))).toBeLessThan(1e-6)
      }
    }
  })
})
