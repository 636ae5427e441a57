import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readVoteSample } from '../../../../src/sources/un/assembly/ideal-point-vote-sample.ts'

const header = 'rcid,item,session,votes\n'

function folderWith(files: Record<string, string | Buffer>): string {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-sample-'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

async function refusal(rows: string, codes = '2\n365\n710\n', more: Record<string, string> = {}): Promise<string> {
  const folder = folderWith({ 'own_rollcalls.csv': rows, 'own_ccodes.txt': codes, ...more })
  return readVoteSample(join(folder, 'own_rollcalls.csv')).then(
    () => 'read',
    (error: Error) => error.message,
  )
}

describe('a sample of votes', () => {
  test.each([
    ['plain', 'own_rollcalls.csv', (text: string) => text],
    ['gzipped', 'own_rollcalls.csv.gz', (text: string) => gzipSync(text)],
  ])('%s: states in the order of the file of numbers, linked roll calls under one item', async (_, name, packed) => {
    const folder = folderWith({ [name]: packed(`${header}3,3,1,13.\n9,3,2,.12\n`), 'own_ccodes.txt': '2\n365\n710\n', 'a.txt': '' })
    expect(await readVoteSample(join(folder, name))).toEqual({
      cow: ['2', '365', '710'],
      ballots: [
        { item: '3', session: 1, votes: '13.' },
        { item: '3', session: 2, votes: '.12' },
      ],
    })
  })

  test('the only file of numbers in the folder serves under any name', async () => {
    const folder = folderWith({ 'votes.csv': `${header}3,3,1,13\n`, 'other_ccodes.txt': '2\n365' })
    expect((await readVoteSample(join(folder, 'votes.csv'))).cow).toEqual(['2', '365'])
  })

  test.each([
    ['another header', 'a,b\n', 'own_rollcalls.csv:1:1 has "a,b", not the header rcid,item,session,votes'],
    ['a line cut short', `${header}3,3,1,13`, 'own_rollcalls.csv:2:1 the last line does not end in a line break'],
    ['a missing cell', `${header}3,3,1\n`, 'own_rollcalls.csv:2:6 has 3 cells'],
    ['a vote that is none', `${header}3,3,1,1x.\n`, 'own_rollcalls.csv:2:8 votes has "x"'],
    ['a position too few', `${header}3,3,1,123\n4,4,1,13\n`, 'own_rollcalls.csv:3:9 votes has 2 positions; own_ccodes.txt has 3 states'],
    ['a session that is none', `${header}3,3,first,123\n`, 'own_rollcalls.csv:2:5 session is "first"'],
    ['a blank item', `${header}3,,1,123\n`, 'own_rollcalls.csv:2:3 item is blank'],
    ['a roll call twice', `${header}3,3,1,123\n3,4,1,123\n`, 'own_rollcalls.csv:3:1 roll call 3 stands on line 2 too'],
    ['no roll call', header.trimEnd().concat('\n'), 'own_rollcalls.csv has no roll call under its header'],
  ])('%s is refused with file, line and column', async (_, rows, message) => {
    expect(await refusal(rows)).toContain(message)
  })

  test('numbers of states that are none, or stand twice, are refused', async () => {
    expect(await refusal(`${header}3,3,1,12\n`, '2\nUSA\n')).toContain('own_ccodes.txt:2:1 "USA" is not a Correlates of War number')
    expect(await refusal(`${header}3,3,1,12\n`, '2\n2\n')).toContain('own_ccodes.txt:2:1 2 stands on line 1 too')
  })

  test('without a file of numbers, or with two of other names, it says so and what to call it', async () => {
    const none = folderWith({ 'own_rollcalls.csv': `${header}3,3,1,12\n` })
    await expect(readVoteSample(join(none, 'own_rollcalls.csv'))).rejects.toThrow(
      'needs the file of its states beside it, and there is none',
    )
    const two = folderWith({ 'own_rollcalls.csv': `${header}3,3,1,12\n`, 'a_ccodes.txt': '2\n', 'b_ccodes.txt': '2\n' })
    await expect(readVoteSample(join(two, 'own_rollcalls.csv'))).rejects.toThrow('there are 2: a_ccodes.txt, b_ccodes.txt')
  })

  test('a torn gzip file is refused by name', async () => {
    const whole = gzipSync(`${header}3,3,1,12\n`)
    const folder = folderWith({ 'own_rollcalls.csv.gz': whole.subarray(0, 20), 'own_ccodes.txt': '2\n365\n' })
    await expect(readVoteSample(join(folder, 'own_rollcalls.csv.gz'))).rejects.toThrow('own_rollcalls.csv.gz is not a whole gzip file')
  })
})
