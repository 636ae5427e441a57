import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runCommandLine } from '../../src/cli/command-line.ts'
import { assessmentCsv } from '../../src/reports/assessment-csv.ts'
import { assessmentZip } from '../../src/reports/zip-bundle.ts'
import { zipOf } from '../../src/reports/zip-store.ts'
import { checkZip, entriesOf } from '../../src/sources/zip-check.ts'
import { ledger, madeUpAssessment } from './made-up-assessment.ts'

/** What an unpacker finds, each part checked against its checksum and size. */
function unpacked(bytes: Uint8Array): Map<string, string> {
  const whole = Buffer.from(bytes)
  checkZip(whole, 'bundle.zip')
  return new Map([...entriesOf(whole)].map(({ name, packed }) => [name, packed.toString()]))
}

describe('archive', () => {
  test('holds every text under its name, letters beyond ASCII included', () => {
    const entries = [
      { name: 'a/é.txt', text: 'Vis-à-vis\n' },
      { name: 'empty.txt', text: '' },
    ]
    expect([...unpacked(zipOf(entries))]).toEqual(entries.map(({ name, text }) => [name, text]))
  })

  test('is the same bytes each time, whatever the clock says', () => {
    const hash = createHash('sha256')
      .update(zipOf([{ name: 'a.txt', text: 'a' }]))
      .digest('hex')
    expect(hash).toBe('ac2b4dddca0a6c4c62e21d3d298232672061ffcd5e8a78622bea9e17a0c83e40')
  })
})

describe('bundle of an assessment', () => {
  const files = unpacked(assessmentZip(madeUpAssessment(), ledger))

  test('has figures, items, ledger, names, terms, and a page that says how to read them', () => {
    expect([...files.keys()]).toEqual([
      'README.txt',
      'metadata.json',
      'data.csv',
      'items.csv',
      'ledger.csv',
      'stakeholders.csv',
      'stakeholder-links.csv',
    ])
    expect(files.get('data.csv')).toBe(assessmentCsv(madeUpAssessment()))
    for (const name of files.keys()) if (name.endsWith('.csv')) expect(files.get('README.txt')).toContain(`  ${name}: `)
  })

  test('leaves out what is later than its day', () => {
    const ids = files
      .get('ledger.csv')!
      .split('\n')
      .map((line) => line.split(',')[0])
    expect(ids).toEqual(['id', '2011-treaty', '2018-hostile', '2019-dispute', ''])
  })

  test('its metadata names the columns of every file and the card of every source', () => {
    const { files: listed, sources, snapshot } = JSON.parse(files.get('metadata.json')!)
    for (const { name, columns } of listed) expect(files.get(name)!.split('\n')[0]).toBe(columns.join(','))
    expect(sources).toEqual(madeUpAssessment().sources)
    expect(snapshot).toEqual({ id: 'abc123', created: '2020-12-31' })
  })

  test('reports keep their number', () => {
    expect(files.get('items.csv')).toContain(
      'trade,report,2019-12-31,2019: 2000000000,made-up,,,,,goods,a-to-b,2019-01-01,2019-12-31,2000000000,USD,us,false',
    )
  })

  test('without a ledger there is no file of one', () => {
    expect([...unpacked(assessmentZip({ ...madeUpAssessment(), stage: null }, undefined)).keys()]).toEqual([
      'README.txt',
      'metadata.json',
      'data.csv',
      'items.csv',
    ])
  })
})

describe('on the command line', () => {
  const run = async (...words: string[]): Promise<{ code: number; out: (string | Uint8Array)[]; err: string }> => {
    const said = { out: [] as (string | Uint8Array)[], err: '' }
    const env = { ...process.env, VISAVIS_HOME: '/nonexistent' }
    const stdout = { write: (text: string | Uint8Array) => said.out.push(text) }
    const code = await runCommandLine(words, { env, stdout, stderr: { write: (text) => (said.err += text) } })
    return { code, ...said }
  }

  test('a zip needs a file to go to', async () => {
    const { code, out, err } = await run('assess', 'MCO', 'TUV', '--format', 'zip')
    expect([code, out]).toEqual([2, []])
    expect(err).toContain('-o FILE.zip')
  })

  test('the file is a whole archive, byte for byte', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'visavis-zip-'))
    const file = join(folder, 'mco-tuv.zip')
    expect((await run('assess', 'MCO', 'TUV', '--format', 'zip', '-o', file, '--quiet')).code).toBe(0)
    expect(unpacked(await readFile(file)).get('data.csv')).toContain('MCO,TUV,diplomacy,kappa_quadratic')
    await rm(folder, { recursive: true })
  })
})
