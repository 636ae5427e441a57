import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCommandLine } from '../../../src/cli/command-line.ts'

const home = join(tmpdir(), 'visavis-none')
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'visavis-panel-cli-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function panel(...words: string[]): Promise<{ code: number; out: Buffer; err: string }> {
  const out: Buffer[] = []
  let err = ''
  const code = await runCommandLine(['panel', ...words], {
    env: { ...process.env, VISAVIS_HOME: home },
    stdout: { write: (text) => out.push(Buffer.from(text)) },
    stderr: { write: (text) => (err += text) },
  })
  return { code, out: Buffer.concat(out), err }
}

const small = ['--pairs', 'CHN-RUS', '--indicators', 'kappa,goods-exports', '--from', '2018', '--to', '2020']

describe('where a panel goes', () => {
  test('a folder, which is made, gets a CSV, a codebook and a data package', async () => {
    const into = join(folder, 'new/deep/')
    expect(await panel(...small, '-o', into, '--quiet')).toMatchObject({ code: 0, err: '' })
    expect((await readdir(into)).sort()).toEqual(['codebook.md', 'datapackage.json', 'panel.csv'])
    const head = (await readFile(join(into, 'panel.csv'), 'utf8')).split('\n')[0]!.split(',')
    expect(head.slice(0, 9)).toEqual(['iso3_a', 'iso3_b', 'year', 'cow_a', 'cow_b', 'gw_a', 'gw_b', 'kappa', 'kappa_flag'])
    const descriptor = JSON.parse(await readFile(join(into, 'datapackage.json'), 'utf8'))
    expect(descriptor.resources[0].path).toBe('panel.csv')
    expect(descriptor.resources[0].schema.fields.map(({ name }: { name: string }) => name)).toEqual(head)
    for (const field of descriptor.resources[0].schema.fields) expect(field.description.length, field.name).toBeGreaterThan(20)
    const value = descriptor.resources[0].schema.fields.find(({ name }: { name: string }) => name === 'goods_exports_ab')
    expect(value).toMatchObject({ unit: 'USD', indicator: 'goods-exports', type: 'number' })
    for (const source of value.sources)
      for (const part of ['citation', 'licence', 'vintage', 'path']) expect(source[part], part).toBeTruthy()
    const codebook = await readFile(join(into, 'codebook.md'), 'utf8')
    for (const name of head) expect(codebook).toContain(`\`${name}\``.replace(/`(kappa|goods_exports_..)`/, '### $1'))
    expect(codebook).toContain(descriptor.visavis.command)
  })

  test('the command of a panel makes the same panel, byte for byte', async () => {
    const into = join(folder, 'again/')
    await panel(...small, '-o', into, '--quiet')
    const { visavis } = JSON.parse(await readFile(join(into, 'datapackage.json'), 'utf8'))
    const again = await panel(...(visavis.command as string).split(' ').slice(2), '--format', 'csv', '--quiet')
    expect(again.out.toString()).toBe(await readFile(join(into, 'panel.csv'), 'utf8'))
  })

  test.each(['csv', 'parquet', 'dta', 'jsonl', 'json'])(
    'the format follows from the ending .%s, and stdout has the same bytes',
    async (ending) => {
      const file = join(folder, ending, `china.${ending}`)
      await mkdir(join(folder, ending))
      expect(await panel(...small, '-o', file, '--quiet')).toMatchObject({ code: 0, err: '' })
      const piped = await panel(...small, '--format', ending, '--quiet')
      expect(Buffer.compare(piped.out, await readFile(file))).toBe(0)
      expect((await readdir(join(folder, ending))).sort()).toEqual([`china.${ending}`, 'codebook.md', 'datapackage.json'].sort())
    },
  )

  test('a description of another data set is not overwritten; one of the same name is', async () => {
    const into = join(folder, 'two')
    await mkdir(into)
    expect((await panel(...small, '-o', join(into, 'one.csv'), '--quiet')).code).toBe(0)
    expect((await panel(...small, '-o', join(into, 'one.dta'), '--quiet')).code).toBe(0)
    const { code, err } = await panel(...small, '-o', join(into, 'other.csv'), '--quiet')
    expect(code).toBe(1)
    expect(err).toMatch(/datapackage\.json describes another data set.*\n {2}Try: give each data set a folder: -o other\//)
    expect(await readdir(into)).not.toContain('other.csv')
  })

  test('a folder that is missing or may not be written to is refused before the work', async () => {
    const missing = await panel(...small, '-o', join(folder, 'nowhere/panel.csv'))
    expect(missing).toMatchObject({ code: 1 })
    expect(missing.err).toMatch(/^CannotWrite: .*nowhere cannot be written to/)
    const file = join(folder, 'plain')
    await writeFile(file, '')
    expect((await panel(...small, '-o', `${file}/`)).err).toMatch(/^CannotWrite/)
    if (process.getuid?.() === 0) return
    const locked = join(folder, 'locked')
    await mkdir(locked)
    await chmod(locked, 0o555)
    expect((await panel(...small, '-o', join(locked, 'panel.csv'))).err).toMatch(/^CannotWrite/)
  })
})

describe('bad input', () => {
  test.each([
    [['--indicators', 'kapa'], 2, /there is no indicator or measure "kapa". Did you mean kappa/],
    [['--indicators', 'gdp'], 2, /gdp is a figure of one state, not of a pair/],
    [['--indicators', 'events'], 2, /many rows for a pair and a year/],
    [['--indicators', ','], 2, /no indicator/],
    [['--states', 'CHN,Atlantis'], 2, /no state is called "Atlantis"/],
    [['--states', 'CHN'], 2, /a pair needs two states/],
    [['--states', 'CHN,RUS', '--pairs', 'CHN-RUS'], 2, /states or pairs, not both/],
    [['--pairs', 'CHN-CHN'], 2, /same state/],
    [['--pairs', ','], 2, /no pair is named/],
    [['--pairs', 'CHN'], 2, /does not name two states/],
    [['--from', '2020', '--to', '2010'], 2, /ends before it begins/],
    [['--from', '1700'], 2, /1816 or later/],
    [['--to', '2300'], 2, /lies in the future/],
    [['--format', 'xlsx'], 2, /Allowed choices are/],
  ])('%j', async (words, code, message) => {
    const found = await panel(...words)
    expect(found.err).toMatch(message)
    expect(found.code).toBe(code)
    expect(found.out).toHaveLength(0)
  })

  test('a binary format does not go to a terminal', async () => {
    let err = ''
    const code = await runCommandLine(['panel', ...small, '--format', 'dta'], {
      env: process.env,
      stdout: { write: () => undefined, isTTY: true },
      stderr: { write: (text) => (err += text) },
    })
    expect(code).toBe(2)
    expect(err).toMatch(/dta needs a file to go to/)
  })

  test('years before any figure have rows, and their flags say that nothing is covered', async () => {
    const { code, out } = await panel(
      '--pairs',
      'GBR-USA',
      '--from',
      '1900',
      '--to',
      '1901',
      '--indicators',
      'kappa',
      '--format',
      'csv',
      '--quiet',
    )
    expect(code).toBe(0)
    expect(out.toString().split('\n').slice(1, 3)).toEqual([
      'GBR,USA,1900,200,2,200,2,,not-covered',
      'GBR,USA,1901,200,2,200,2,,not-covered',
    ])
  })
})

test('a reader that stops early ends the command', async () => {
  const command = `npx tsx src/cli/main.ts panel --indicators shared-blocs --from 2000 --format csv --quiet | head -2`
  const shown = await new Promise<string>((resolve, reject) => {
    execFile(
      'bash',
      ['-c', command],
      { cwd: join(import.meta.dirname, '../../..'), env: { ...process.env, VISAVIS_HOME: home } },
      (error, out) => (error === null ? resolve(out) : reject(error)),
    )
  })
  expect(shown.split('\n')).toHaveLength(3)
})
