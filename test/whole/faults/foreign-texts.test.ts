import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { pdf } from '../../claims/documents/document-files.ts'
import { type ForeignReport, foreignFiles, readForeign } from '../../faults/foreign-texts.ts'
import { hostileFiles } from '../../faults/hostile-files.ts'
import { freshRoot } from '../../store/fresh-root.ts'

const limits = { seconds: 60, megabytes: 400 }

async function reports(files: Readonly<Record<string, string | Buffer>>, within = limits): Promise<ForeignReport[]> {
  const folder = freshRoot()
  mkdirSync(folder, { recursive: true })
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  const found: ForeignReport[] = []
  for await (const report of readForeign(foreignFiles(folder), { limits: within, today: '2026-01-01' })) found.push(report)
  return found
}

// a text without a day says of what year it speaks
const right = 'In 2024 China and Russia were members of the Shanghai Cooperation Organisation. The weather was fine on that day.'

describe('a folder of documents nobody here wrote', () => {
  test('each is told of by name: read with its verdicts, or refused with its code, whatever became of those before it', async () => {
    const found = await reports({
      'a.txt': right,
      'b.pdf': 'no PDF at all',
      'c.pdf': pdf([[[right, 72, 700]]]),
    })
    expect(found.map(({ file, outcome, code }) => [file, outcome, code])).toEqual([
      ['a.txt', 'read', null],
      ['b.pdf', 'refused', 'BadInput'],
      ['c.pdf', 'read', null],
    ])
    expect(found[0]!.sentences).toBe(2)
    const [verdict] = found[0]!.verdicts
    expect(verdict).toMatchObject({ verdict: 'supported', sentence: expect.stringMatching(/China and Russia were members/) })
    expect(verdict!.evidence.length).toBeGreaterThan(0)
    expect(found[0]!.peak).toBeGreaterThan(0)
  })

  test('one that takes longer than it may is ended, and the next is read', async () => {
    const found = await reports({ 'a.txt': `${right}\n\n`.repeat(5000), 'b.txt': right }, { ...limits, seconds: 1 })
    expect(found.map(({ outcome }) => outcome)).toEqual(['hang', 'read'])
  })
})

test('documents made to fill the memory are refused, or read as far as they go, within a bound', async () => {
  // what takes longest to make is left to scripts/chaos/read-hostile-documents.ts
  const quick = ['sizes-lie.docx', 'parts-on-parts.docx', 'attributes.docx', 'packed-twice.pdf', 'many-pieces.pdf', 'nested.html']
  const found = await reports(Object.fromEntries(quick.map((name) => [name, hostileFiles[name]!()])))
  expect(found).toHaveLength(quick.length)
  for (const { file, outcome, message } of found) expect(['read', 'refused'], `${file}: ${message}`).toContain(outcome)
})
