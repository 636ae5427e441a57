import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readWorldBankFiles } from '../../../src/sources/finance/world-bank-files.ts'
import { freshRoot } from '../../store/fresh-root.ts'

const page = (series: string, value: number): string =>
  JSON.stringify([
    { page: 1, pages: 1, per_page: 20000, total: 1, lastupdated: '2026-10-07' },
    [{ indicator: { id: series }, country: { id: 'CN', value: 'China' }, countryiso3code: 'CHN', date: '2024', value }],
  ])

const csv = (value: number): string => `Country Name,Country Code,Year,Value\nChina,CHN,2024,${value}\n`

function files(contents: Readonly<Record<string, string>>): string[] {
  const root = freshRoot()
  return Object.entries(contents).map(([name, content]) => {
    writeFileSync(join(root, name), content)
    return join(root, name)
  })
}

test('pages of the API and CSVs give the same figures', async () => {
  const api = await readWorldBankFiles(files({ 'a.json': page('NY.GDP.MKTP.CD', 5), 'b.json': page('SP.POP.TOTL', 7) }))
  const plain = await readWorldBankFiles(files({ 'gdp.csv': csv(5), 'population.csv': csv(7) }))
  expect(api.observations['value']).toEqual([5, 7])
  expect(plain.observations['value']).toEqual([5, 7])
  expect(api.observations['indicator']).toEqual(plain.observations['indicator'])
})

test('files of both forms at once are not taken for either', async () => {
  const mixed = files({ 'gdp.csv': csv(5), 'population.json': page('SP.POP.TOTL', 7) })
  await expect(readWorldBankFiles(mixed)).rejects.toMatchObject({
    code: 'Usage',
    message: expect.stringContaining('does not know what population.json is'),
  })
})
