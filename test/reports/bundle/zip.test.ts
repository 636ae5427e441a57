import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Assessment } from '../../../src/assessments/index.ts'
import { runCommandLine } from '../../../src/cli/command-line.ts'
import { zipEntries } from '../../../src/files/zip-entries.ts'
import { assessmentCsv } from '../../../src/reports/bundle/assessment-csv.ts'
import { assessmentZip } from '../../../src/reports/bundle/assessment-zip.ts'
import { zipOf } from '../../../src/reports/bundle/zip-archive.ts'
import { checkZip } from '../../../src/sources/formats/zip-check.ts'
import { known, ledger, madeUpAssessment } from '../made-up-assessment.ts'

const voteMapOfOne: NonNullable<Assessment['voteMap']> = {
  ...{ votes: 6, last: '2020-12-01', all: [[2020, 1, 2, 3]], codedByUs: 0, method: 'counted', evidence: [] },
  topics: [{ id: 'hr', title: 'Human rights', votes: 6, cells: [[2020, 1, 2, 3]] }],
}

/** What an unpacker finds, each part checked against its checksum and size. */
function unpacked(bytes: Uint8Array): Map<string, string> {
  const whole = Buffer.from(bytes)
  checkZip(whole, 'bundle.zip')
  return new Map(zipEntries(whole).map(({ name, packed }) => [name, packed.toString()]))
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
      'judgements.csv',
      'key-gaps.csv',
      'data.csv',
      'items.csv',
      'breaks.csv',
      'series.csv',
      'periods.csv',
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
      'trade,report,2019-12-31,2019: 2000000000,made-up,,,,,goods,a-to-b,2019-01-01,2019-12-31,2000000000,USD,us,false,,,,,,',
    )
  })

  test('without a ledger there is no file of one', () => {
    expect([...unpacked(assessmentZip({ ...madeUpAssessment(), stage: null }, undefined)).keys()]).toEqual([
      'README.txt',
      'metadata.json',
      'judgements.csv',
      'key-gaps.csv',
      'data.csv',
      'items.csv',
      'breaks.csv',
      'series.csv',
      'periods.csv',
    ])
  })
})

describe('what stands beside the domains', () => {
  const whole = madeUpAssessment()
  const [series] = whole.turningPoints.series
  const event = { id: '2019-dispute', date: '2019', sentence: 'They quarrelled.', days: -12, about: true }
  const found = { year: 2004, interval: { level: 0.9, low: 2003, high: 2005 }, before: 0.2, after: 0.4, shift: null, byLwz: true } as const
  const run = { from: 2001, to: 2020, state: 'observed', drift: { share: 0.3, error: 0.02, draws: 199 } } as const
  const assessment: Assessment = {
    ...whole,
    turningPoints: {
      ...whole.turningPoints,
      series: [
        {
          ...series!,
          runs: [
            { ...run, breaks: [{ ...found, byPelt: false, events: [event] }] },
            { from: 2022, to: 2024, state: 'unknown', reason: 'too short', breaks: [], drift: null },
          ],
        },
      ],
      periods: [{ from: 2001, to: 2003, levels: [{ series: 'kappa_quadratic', value: null, years: 2 }] }],
    },
    thirdStates: [
      {
        ...{ iso3: 'MNG', name: 'Mongolia', flow: 'exports of goods', indicator: 'goods-exports', b: null },
        a: known({ id: 'x', value: 0.8, unit: 'share', certainty: 'one report' }),
        partners: known({ id: 'y', value: 1.5, unit: 'count' }),
      },
    ],
    voteMap: voteMapOfOne,
  }
  const rows = assessmentCsv(assessment).split('\n')
  const files = unpacked(assessmentZip(assessment, undefined))

  test('breaks carry their interval, levels and nearest events, and a run too short says so', () => {
    expect(rows).toContain(
      'CHN,RUS,diplomacy,kappa_quadratic.break,kappa of votes: break,observed,2004,2003,2005,break date,,year,2001/2020,"counted; 0.2 before, 0.4 after; also by LWZ; drift 0.3; near: 2019 (2019-dispute, about -12 days): They quarrelled.",,,,,,',
    )
    expect(rows).toContain('CHN,RUS,diplomacy,kappa_quadratic.break,kappa of votes: break,unknown,,,,,,year,2022/2024,,,too short,,,,')
    expect(files.get('breaks.csv')!.split('\n').slice(1, 3)).toEqual([
      'kappa_quadratic,kappa of votes,diplomacy,index,mean,2001,2020,observed,,2004,2003,2005,0.2,0.4,,true,false,0.3,0.02,"2019 (2019-dispute, about -12 days): They quarrelled."',
      'kappa_quadratic,kappa of votes,diplomacy,index,mean,2022,2024,unknown,too short,,,,,,,,,,,',
    ])
  })

  test('a mean that is not known is blank, and so is a share that nobody reported', () => {
    expect(files.get('periods.csv')).toBe('from,to,series,mean,years\n2001,2003,kappa_quadratic,,2\n')
    expect(rows).toContain(
      'CHN,RUS,third-states,goods-exports.share,"Mongolia, exports of goods: share of RUS",unknown,,,,,,share,2020,,,no row in its own report,,,,',
    )
  })

  test('the rungs of the stage are rows, with the rule’s words', () => {
    expect(rows.filter((row) => row.startsWith('CHN,RUS,stage,'))).toHaveLength(assessment.stage!.indicators.length)
    expect(rows.find((row) => row.startsWith('CHN,RUS,stage,consultation,'))).toMatch(/,observed,\d,,,ordinal,,level 0 to 3,2020-12-31,/)
  })

  test('votes by topic and year are a file', () =>
    expect(files.get('votes.csv')).toBe('topic,year,same,one abstained,opposing\nall topics,2020,1,2,3\nHuman rights,2020,1,2,3\n'))

  test('every row has as many cells as the head', () => {
    const cells = (row: string): number => row.replaceAll(/"([^"]|"")*"/g, '').split(',').length
    for (const row of rows.filter((one) => one !== '')) expect(cells(row)).toBe(cells(rows[0]!))
  })
})

test('where exact is one report alone, or at least so much, the CSV says so', () => {
  const one = madeUpAssessment()
  const estimates = [
    known({ id: 'x', value: 2, unit: 'USD', certainty: 'one report' }),
    known({ id: 'y', value: 3, certainty: 'at least' }),
  ]
  const domains = one.domains.map((domain) => (domain.id === 'trade' ? { ...domain, estimates } : domain))
  const text = assessmentCsv({ ...one, domains })
  expect(text).toContain('CHN,RUS,trade,x,x,observed,2,2,2,exact,one report,USD,2020,counted,made-up,,,,,\n')
  expect(text).toContain('CHN,RUS,trade,y,y,observed,3,3,3,exact,at least,index,2020,counted,made-up,,,,,\n')
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
