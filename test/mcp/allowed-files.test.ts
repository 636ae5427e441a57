import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Opened, openClient } from './open-client.ts'

const base = realpathSync(mkdtempSync(join(tmpdir(), 'visavis-mcp-files-')))
const [named, beside] = [join(base, 'essays'), join(base, 'essays-of-others')]
const sentence = 'China joined the WTO in 1999.'
let opened: Opened
let none: Opened

beforeAll(async () => {
  for (const folder of [named, beside]) mkdirSync(folder)
  writeFileSync(join(named, 'essay.txt'), sentence)
  writeFileSync(join(beside, 'secret.txt'), 'The pass phrase is: China joined the WTO in 1999.')
  symlinkSync(join(beside, 'secret.txt'), join(named, 'link.txt'))
  opened = await openClient({ args: ['--files', named] })
  none = await openClient()
})

afterAll(async () => {
  await opened?.close()
  await none?.close()
  rmSync(base, { recursive: true, force: true })
})

describe('files are read only in directories that were named at the start', () => {
  test.each(['essay.txt', join(named, 'essay.txt'), join(named, '..', 'essays', 'essay.txt')])('%s is read', async (file) => {
    expect((await opened.ask('read', { file })).text).toContain('CONTRADICTED')
  })

  test.each([
    ['a file beside it', join(beside, 'secret.txt')],
    ['a way out of it', '../essays-of-others/secret.txt'],
    ['a link out of it', 'link.txt'],
    ['a file that is not there', join(beside, 'nothing.txt')],
    ['a file of the machine', '/etc/passwd'],
    ['a device', '/dev/zero'],
  ])('%s is not, in the same words', async (_, file) => {
    const { text, result } = await opened.ask('read', { file })
    expect(result.isError).toBe(true)
    expect(text).toContain(`Usage: file: ⟦${file}⟧ is no file in ${named}: only files there are read`)
    expect(text).toContain('visavis mcp --files DIRECTORY')
    expect(text).not.toContain('pass phrase')
  })

  test.each([
    ['read', { file: '-' }, 'there is no standard input here'],
    ['read', { file: 'http://169.254.169.254/' }, 'an address is not fetched from here'],
    ['read', { file: 'file:///etc/passwd' }, 'an address is not fetched from here'],
    ['add', { source: 'baci', files: ['essay.txt', 'https://example.org/a.csv'] }, 'an address is not fetched from here'],
    ['add', { source: 'baci', files: ['essay.txt', '/etc/passwd'] }, 'only files there are read'],
    ['watch', { file: '/etc/passwd' }, 'only files there are read'],
    ['assess', { a: 'CHN', b: 'RUS', snapshot: '/etc' }, 'only files there are read'],
    ['diff', { before: '../essays-of-others' }, 'only files there are read'],
    ['read', { text: sentence, snapshot: '/etc' }, 'only files there are read'],
    ['read', { text: sentence, reader: 'http://127.0.0.1:11434' }, 'reader: is taken only on the command line'],
    ['read_pull', { text: sentence, readerModel: 'x' }, 'readerModel: is taken only on the command line'],
  ])('%s %j is refused', async (name, given, why) => {
    const { text, result } = await opened.ask(name, given)
    expect([result.isError, text.includes(why), text]).toEqual([true, true, text])
  })

  test('where no directory was named no file is read, and a text is', async () => {
    const refused = await none.ask('read', { file: join(named, 'essay.txt') })
    expect(refused.result.structuredContent).toMatchObject({
      code: 'Usage',
      message: 'file: no file is read: no directory was named when the server was started',
    })
    expect((await none.ask('read', { text: sentence })).text).toContain('CONTRADICTED')
  })

  test('a text is read up to 200,000 characters, not beyond, and not beside a file', async () => {
    expect((await opened.ask('read', { text: 'x '.repeat(100_001) })).result.structuredContent).toMatchObject({ code: 'TooLarge' })
    expect((await opened.ask('read', { text: sentence, file: 'essay.txt' })).result.isError).toBe(true)
    expect((await opened.ask('read', { text: 'Rain fell. '.repeat(18_000) })).result.isError).toBeUndefined()
  })
})
