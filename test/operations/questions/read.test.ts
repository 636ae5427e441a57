import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Claim } from '../../../src/claims/claim.ts'
import { forecastsIn, readForecastLedger, saveForecasts, saveResolution } from '../../../src/operations/storage/forecast-ledger.ts'
import type { DueAnswer, ReadAnswer } from '../../../src/reports/claims/claims-answer.ts'
import { madeUpReading } from '../../reports/made-up-reading.ts'
import { elementsOf } from '../../reports/page-elements.ts'
import { body, serve } from '../../sources/misbehaving-server.ts'
import { type Ran, ran } from '../../visavis.ts'

const note = join(import.meta.dirname, '../china-russia-note.txt')

let home: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'visavis-read-'))
})
afterAll(() => rm(home, { recursive: true, force: true }))

/** Runs a command line in this process, with a home of its own and, where given, standard input. */
function visavis(words: readonly string[], input = ''): Promise<Ran> {
  const env = { ...process.env, VISAVIS_HOME: home, VISAVIS_CACHE: join(home, 'cache') }
  return ran(words, {
    env,
    stdin: async function* () {
      yield Buffer.from(input)
    },
  })
}

async function read(file: string, ...more: string[]): Promise<ReadAnswer> {
  const { code, out, err } = await visavis(['read', file, '--json', ...more])
  expect(err, err).not.toContain('Internal')
  expect([0, 4]).toContain(code)
  return JSON.parse(out) as ReadAnswer
}

/** A file of the test's own. */
async function file(name: string, text: string): Promise<string> {
  const path = join(home, name)
  await writeFile(path, text)
  return path
}

describe('visavis read --json', () => {
  test('a figure that does not follow from those beside it is contradicted by them, whatever the record has', async () => {
    const text = "Singapore's exports to Malaysia increased 3.3 percent to $70.6 million from $73 million in 2021."
    const { claims } = await read(await file('arithmetic.txt', text), '--date', '2022-03')
    const growth = claims.find(({ unit }) => unit === 'percent_change')
    expect(growth).toMatchObject({ verdict: 'contradicted', wouldBeTrue: { unit: 'percent_change', value: -3.28 } })
  })

  test('has title, author and day of the document, sentences in order, and a claim for each sentence at least', async () => {
    const { document, sentences, claims, unread } = await read(note)
    expect(document).toMatchObject({
      name: 'china-russia-note.txt',
      form: 'text',
      author: 'A. Writer',
      date: '2024-01-12',
      dateFrom: 'document',
    })
    expect(document.title).toBe('China and Russia, in figures')
    expect(unread.map(({ text }) => text)).toContain('China and Russia, in figures')
    expect(sentences.map(({ sentence_index }) => sentence_index)).toEqual([0, 1, 2, 3, 4, 5])
    for (const { sentence_index, text, claims: count } of sentences) {
      const own = claims.filter((claim) => claim.sentence_index === sentence_index)
      expect(own.length).toBe(count)
      expect(own.map(({ claim_index }) => claim_index)).toEqual(own.map((_, i) => i))
      expect(own.every(({ sentence }) => sentence === text)).toBe(true)
    }
  })

  test('goods worth 95 billion in 2014 and 240 in 2023 are supported, with values, rows and a tolerance that holds one of them', async () => {
    const { claims, sources, snapshot } = await read(note)
    const money = claims.filter(({ unit, kind }) => unit === 'USD bn' && kind === 'quantity')
    expect(money.map(({ value, verdict }) => [value, verdict])).toEqual([
      [95, 'supported'],
      [240, 'supported'],
    ])
    for (const { honestValues, evidence, tolerance } of money) {
      expect(honestValues.some(({ value }) => value >= tolerance!.low && value <= tolerance!.high)).toBe(true)
      expect(evidence.length).toBeGreaterThan(0)
      expect(evidence.every(({ source }) => sources.some(({ id }) => id === source))).toBe(true)
    }
    expect(snapshot.id).toMatch(/^[0-9a-f]{16}$/)
  })

  test('150 billion in 2014 is contradicted: no honest value lies in the tolerance', async () => {
    const path = await file('wrong.txt', 'Trade between China and Russia was worth $150 billion in 2014.')
    const [claim] = (await read(path, '--date', '2024')).claims
    expect(claim).toMatchObject({ verdict: 'contradicted', value: 150, answer: 'checked' })
    expect(claim!.honestValues.length).toBeGreaterThan(2)
    expect(claim!.honestValues.filter(({ value }) => value >= claim!.tolerance!.low)).toEqual([])
  })

  test('what would have been true is told of a claim that fails', async () => {
    const path = await file('nato.txt', 'Germany joined NATO in 1975.')
    const [claim] = (await read(path, '--date', '2024')).claims
    expect(claim).toMatchObject({ verdict: 'contradicted', kind: 'membership' })
    expect(claim!.wouldBeTrue!.text).toContain('1955-05-06')
  })

  test('the day given goes before that of the document; without either it is today, and said so', async () => {
    expect((await read(note, '--date', '2020-05')).document).toMatchObject({ date: '2020-05', dateFrom: 'given' })
    const bare = await file('bare.txt', 'Trade between China and Russia rose last year.')
    const { document } = await read(bare)
    expect(document.dateFrom).toBe('today')
    expect(document.date).toMatch(/^\d{4}-\d\d-\d\d$/)
  })

  test('the same text gives the same bytes, from a file and from standard input but for its name', async () => {
    const first = (await visavis(['read', note, '--json'])).out
    expect((await visavis(['read', note, '--json'])).out).toBe(first)
    const piped = await visavis(['read', '-', '--json'], await readFile(note, 'utf8'))
    expect(piped.out).toBe(first.replace('"name": "china-russia-note.txt"', '"name": "stdin"'))
  })
})

test('a hostile page is read as text, and its report is inert', async () => {
  const html =
    '<html><head><title>"><script>alert(1)</script>Trade</title><meta http-equiv="refresh" content="0;url=https://example.org/"></head><body onload="alert(1)"><article><p>Trade between China and Russia was worth $95 billion in 2014, as many people in both of the countries have said since then. &lt;img src=x onerror=alert(1)&gt; <b onclick="alert(1)">It rose</b> to $240 billion in 2023, and nobody was surprised by that at all.</p><svg onload="alert(1)"></svg></article></body></html>'
  const { out, code } = await visavis(['read', await file('hostile.html', html), '--date', '2024', '--format', 'html'])
  expect(code).toBe(0)
  const elements = elementsOf(out)
  expect(elements.filter(({ name }) => name === 'script' || name === 'img')).toEqual([])
  expect(elements.flatMap(({ attributes }) => [...attributes.keys()]).filter((name) => name.startsWith('on'))).toEqual([])
  expect(elements.filter(({ attributes }) => attributes.get('class')?.startsWith('claim')).length).toBeGreaterThan(0)
})

test('what to do next names the file only where a shell takes it as it is', async () => {
  const path = await file('a;b $(c).txt', 'Japan is a member of BRICS.')
  expect((await visavis(['read', path, '--date', '2024'])).err).toContain('visavis read FILE --date 2024')
  expect((await visavis(['read', note])).err).toContain('visavis read china-russia-note.txt --date 2024-01-12 --keep')
})

describe('exit codes', () => {
  test('--fail-on contradicted ends with 4 where a claim is contradicted, else with 0', async () => {
    const wrong = await file('wrong.txt', 'Germany joined NATO in 1975.')
    const right = await file('right.txt', 'Trade between China and Russia was worth $95 billion in 2014.')
    const code = async (path: string, ...more: string[]): Promise<number> => (await visavis(['read', path, '--date', '2024', ...more])).code
    expect(await code(wrong, '--fail-on', 'contradicted')).toBe(4)
    expect(await code(wrong, '--fail-on', 'partly')).toBe(4)
    expect(await code(wrong)).toBe(0)
    expect(await code(right, '--fail-on', 'partly')).toBe(0)
    const odd = await file('odd.txt', 'In 2022 Germany raised its exports to France by 12 percent, from 10 billion euros to 15 billion.')
    expect(await code(odd, '--fail-on', 'inconsistent')).toBe(4)
    expect(await code(wrong, '--fail-on', 'inconsistent')).toBe(0)
  })

  test.each([
    ['a file that is not there', 1, ['/nowhere/essay.txt'], 'BadInput: there is no file /nowhere/essay.txt'],
    ['a folder', 1, [tmpdir()], 'is a folder'],
    ['another scheme', 2, ['ftp://example.org/a.txt'], 'is no http or https address'],
    ['a file address', 2, ['file:///etc/hostname'], 'visavis read /etc/hostname'],
    ['a day to come', 2, [note, '--date', '2999'], 'BadDate'],
    ['a day that is none', 2, [note, '--date', '2024-02-30'], 'is not a day of the calendar'],
    ['a verdict that is none', 2, [note, '--fail-on', 'wrong'], 'Allowed choices are'],
  ])('%s exits with %i and says so', async (_, code, words, message) => {
    const ran = await visavis(['read', ...words])
    expect(ran.err).toContain(message)
    expect(ran).toMatchObject({ code, out: '' })
  })

  test('nothing on standard input exits with 1', async () => {
    expect(await visavis(['read', '-'], '')).toMatchObject({ code: 1, out: '' })
  })
})

describe('an address', () => {
  const page =
    '<html><head><title>Trade</title></head><body><article><p>Trade between China and Russia was worth $95 billion in 2014, and it has been much discussed since then by many people in both of the countries.</p></article></body></html>'

  test('is fetched once, and nothing that the page names is', async () => {
    const { origin, requests } = await serve(
      body(page.replace('<p>', '<img src="/a.png"/><script src="/b.js"></script><p>'), { 'content-type': 'text/html' }),
    )
    const { document, claims } = await read(`${origin}/article?x=1#part`, '--date', '2024')
    expect(document).toMatchObject({ name: `${origin}/article?x=1`, form: 'html' })
    expect(claims.some(({ value, verdict }) => value === 95 && verdict === 'supported')).toBe(true)
    expect(requests.map(({ url }) => url)).toEqual(['/article?x=1'])
  })

  test('a redirect to a file is not followed', async () => {
    const { origin } = await serve(body('', { location: 'file:///etc/hostname' }, 302))
    const { code, err } = await visavis(['read', origin])
    expect(err).toContain('redirects to file:')
    expect(code).toBe(1)
  })
})

describe('the ledger of forecasts', () => {
  const context = { env: {}, today: '2026-11-25', now: '2026-11-25T10:00:00.000Z' }
  const at = async (): Promise<typeof context> => ({ ...context, env: { VISAVIS_HOME: await mkdtemp(join(home, 'ledger-')) } })

  test('a forecast is written once: a later reading changes nothing', async () => {
    const here = await at()
    const [forecast] = forecastsIn(madeUpReading(), here.now)
    expect(await saveForecasts(madeUpReading(), here)).toMatchObject({ added: 1, there: 0 })
    const reading = madeUpReading()
    const claims = reading.claims.map((claim) => ({ ...claim, period: { at: '2099' } }))
    expect(await saveForecasts({ ...reading, claims }, { ...here, now: '2027-01-01T00:00:00.000Z' })).toMatchObject({ added: 0, there: 1 })
    expect((await readForecastLedger(here)).map((one) => one.forecast)).toEqual([forecast])
  })

  test('the forecast keeps who, what, by when, the word and the scale it was read under, and the document', () => {
    const [forecast, ...others] = forecastsIn(madeUpReading(), context.now)
    expect(others).toEqual([])
    expect(forecast).toMatchObject({
      due: '2030-12-31',
      probability: { words: 'likely', low: 0.55, high: 0.8, scale: 'ICD 203' },
      document: { name: 'text.txt', date: '2024-05-01', sha256: '0'.repeat(64) },
      claim: { value: 300, sentence_index: 4 },
    })
    expect(forecast!.claim).not.toHaveProperty('verdict')
  })

  test('a promise with a day to come is kept, one whose day had passed or that names none is not', () => {
    const reading = madeUpReading()
    const promise = (at: string | null): (typeof reading.claims)[number] => ({
      ...reading.claims[0]!,
      kind: 'attribution',
      period: at === null ? null : { at },
    })
    const kept = forecastsIn({ ...reading, claims: [promise('2030'), promise('2024'), promise('2020'), promise(null)] }, context.now)
    expect(kept.map(({ due }) => due)).toEqual(['2030-12-31', '2024-12-31'])
  })

  test('a resolution stands beside the forecast, one for each snapshot, and none is written over', async () => {
    const here = await at()
    const [forecast] = forecastsIn(madeUpReading(), here.now)
    await saveForecasts(madeUpReading(), here)
    const resolution = {
      schemaVersion: 1 as const,
      forecast: forecast!.id,
      resolved: here.now,
      on: '2031-01-01',
      snapshot: 'a'.repeat(16),
      verdict: 'supported' as const,
      why: 'x',
      brier: 0.1,
    }
    await saveResolution(resolution, here)
    await saveResolution({ ...resolution, verdict: 'contradicted' }, here)
    await saveResolution({ ...resolution, snapshot: 'b'.repeat(16), resolved: '2032-01-01T00:00:00.000Z', verdict: 'partly' }, here)
    const [entry] = await readForecastLedger(here)
    expect(entry!.resolutions.map(({ verdict }) => verdict)).toEqual(['supported', 'partly'])
  })

  test('a torn file of the ledger is named', async () => {
    const here = await at()
    const { folder } = await saveForecasts(madeUpReading(), here)
    const name = (await readdir(folder)).find((one) => one.endsWith('.json'))
    await writeFile(join(folder, name!), '{"schemaVersion": 1, "cl')
    await expect(readForecastLedger(here)).rejects.toThrow(`${join(folder, name!)} is not a kept forecast`)
  })

  test('visavis claims due resolves what has come due by the record, and scores only words of likelihood', async () => {
    const here = await at()
    const reading = madeUpReading()
    const foretold = (index: number, slots: Partial<Claim>): Claim => ({
      ...reading.claims[4]!,
      sentence_index: index,
      claim_index: index,
      ...slots,
    })
    const claims = [
      foretold(0, {
        sentence: 'China’s trade with Russia will likely pass 80 billion dollars in 2014.',
        period: { at: '2014' },
        value: 80,
        qualifier: 'pass',
      }),
      foretold(1, { sentence: 'Trade between China and Russia will be 150 billion dollars in 2014.', period: { at: '2014' }, value: 150 }),
      foretold(2, { sentence: 'Trade will be 900 billion dollars in 2090.', period: { at: '2090' }, value: 900 }),
      foretold(3, { sentence: 'Trade will grow.', period: null, value: null, checkable: false }),
    ]
    await saveForecasts(
      {
        ...reading,
        document: { ...reading.document, date: '2012-01-01' },
        claims: claims as never,
        sentences: claims.map(({ sentence }) => ({ ...reading.sentences[0]!, text: sentence })),
      },
      here,
    )
    const { code, out } = await ran(['claims', 'due', '--date', '2026-11-25', '--json'], { env: { ...process.env, ...here.env } })
    expect(code).toBe(0)
    const { due, waiting, undated, next, score } = JSON.parse(out) as DueAnswer
    expect([waiting, undated, next]).toEqual([1, 1, '2090-12-31'])
    const outcome = new Map(due.map(({ claim, resolution }) => [claim.value, resolution]))
    expect(outcome.get(80)?.verdict).toBe('supported')
    expect(outcome.get(80)?.brier).toBeCloseTo(0.325 ** 2)
    expect(outcome.get(150)).toMatchObject({ verdict: 'contradicted', brier: null })
    expect(score).toMatchObject({ resolved: 2, came: 1, scored: 1 })
    expect((await readForecastLedger(here)).flatMap(({ resolutions }) => resolutions)).toHaveLength(2)
  })

  test('a day to come is refused: nothing can be told of it', async () => {
    expect(await visavis(['claims', 'due', '--date', '2999'])).toMatchObject({ code: 2, out: '' })
  })

  test('--keep puts the forecasts of a text into it', async () => {
    const answer = await read(note, '--keep')
    expect(answer.kept).toMatchObject({ added: 1, there: 0 })
    expect((await read(note, '--keep')).kept).toMatchObject({ added: 0, there: 1 })
    const { out } = await visavis(['claims', 'due', '--date', '2026-06-01'])
    expect(out).toContain('“Trade will likely pass 220 billion dollars in 2025.”')
  })
})
