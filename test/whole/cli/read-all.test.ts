import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ran, visavis } from '../../visavis.ts'

const texts = {
  'b.txt': 'In 2013 China and Russia traded goods worth only 59 billion dollars.',
  'a.md': '# Of 2014\n\nIn 2014 trade between China and Russia came to $95 billion. It was a year of hopes.',
  'c.html': '<html><body><p>India joined the Shanghai Cooperation Organisation in 2017.</p></body></html>',
}

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

const linesOf = (text: string): string[] => text.trimEnd().split('\n')

describe('many texts', () => {
  test('give the rows that each gives by itself, in the order of their names', async () => {
    const folder = folderOf({ ...texts, 'figures.csv': 'a,b\n1,2\n' })
    const { code, out, err } = await visavis('read-all', folder, '--date', '2024')
    expect(code).toBe(0)
    const each = await Promise.all(
      ['a.md', 'b.txt', 'c.html'].map(async (name) => {
        const [, ...rows] = linesOf((await visavis('read', join(folder, name), '--date', '2024', '--format', 'csv', '--quiet')).out)
        return rows.map((row) => `${join(folder, name)},2024,${row}`)
      }),
    )
    const [header, ...rows] = linesOf(out)
    expect(header).toMatch(/^file,date,sentence_index,claim_index,/)
    expect(rows).toEqual(each.flat())
    expect(rows.length).toBeGreaterThan(3)
    expect(err).toMatch(
      /^3 texts with 4 sentences and \d claims that can be checked: \d supported, 0 partly, 1 contradicted, \d unverifiable\.\n$/,
    )
  })

  test('give a line of JSON each, with all that read tells', async () => {
    const folder = folderOf(texts)
    const { out } = await visavis(
      ...['read-all', join(folder, 'b.txt'), join(folder, 'a.md'), '--date', '2024', '--format', 'jsonl', '--quiet'],
    )
    const lines = linesOf(out).map((line) => JSON.parse(line) as Record<string, unknown>)
    const one = JSON.parse((await visavis('read', join(folder, 'a.md'), '--date', '2024', '--json', '--quiet')).out) as object
    expect(lines.map(({ file }) => file)).toEqual([join(folder, 'b.txt'), join(folder, 'a.md')])
    expect(lines[1]).toEqual({ file: join(folder, 'a.md'), ...one })
  })

  test('are not kept back by one that cannot be read, which is named', async () => {
    const folder = folderOf({ ...texts, 'a.pdf': '%PDF-1.4 torn' })
    const { code, out, err } = await visavis('read-all', folder, '--date', '2024', '--format', 'jsonl')
    expect(code).toBe(1)
    const lines = linesOf(out).map((line) => JSON.parse(line) as { file: string; error?: { code: string } })
    expect(lines.map(({ error }) => error?.code)).toEqual([undefined, 'BadInput', undefined, undefined])
    expect(err).toContain('3 texts with')
    expect(err).toContain(`${join(folder, 'a.pdf')}: BadInput: a.pdf is a damaged PDF`)
  })

  test.each([
    ['a folder without a text', folderOf({ 'figures.csv': 'a\n' }), 'holds no text'],
    ['what is not there', '/nowhere/at/all', 'there is no file or folder'],
    ['nothing but what cannot be read', folderOf({ 'a.pdf': '%PDF-1.4 torn' }), 'none of the texts could be read'],
  ])('%s is refused', async (_what, path, why) => {
    const { code, err } = await visavis('read-all', path)
    expect(code).toBe(1)
    expect(err).toContain(why)
  })

  test('a torn record is told once, and not of every text', async () => {
    const root = mkdtempSync(join(tmpdir(), 'visavis-'))
    cpSync(new URL('../../../data/record', import.meta.url), root, { recursive: true })
    for (const part of readdirSync(join(root, 'parts'))) writeFileSync(join(root, 'parts', part), 'PAR1')
    const { code, err } = await visavis('read-all', folderOf(texts), '--snapshot', root)
    expect(code).toBe(3)
    expect(err.match(/TornSnapshot/g)).toHaveLength(1)
    expect(err).not.toContain('none of the texts')
  })

  test('a day that is none is refused before anything is read', async () => {
    expect(await visavis('read-all', folderOf(texts), '--date', '2024-13-01')).toMatchObject({ code: 2, out: '' })
  })
})

test('who stops it finds the file of before', async () => {
  const folder = folderOf(texts)
  const output = join(folder, 'claims.csv')
  writeFileSync(output, 'before')
  expect((await ran(['read-all', folder, '-o', output], { signal: AbortSignal.abort() })).code).toBe(130)
  expect(readFileSync(output, 'utf8')).toBe('before')
  expect((await visavis('read-all', folder, '-o', output, '--date', '2024')).code).toBe(0)
  expect(linesOf(readFileSync(output, 'utf8')).length).toBeGreaterThan(4)
})

test('the help names its forms and is no wider than a terminal', async () => {
  const { out } = await visavis('read-all', '--help')
  await expect(out).toMatchFileSnapshot('__snapshots__/help-read-all.txt')
  for (const line of out.split('\nExamples:')[0]!.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80)
})
