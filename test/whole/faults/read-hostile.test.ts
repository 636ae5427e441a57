import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { maxNumbersInSentence, maxSentenceLength, sentencesOf } from '../../../src/claims/documents/document-sentences.ts'
import { readDocument } from '../../../src/claims/documents/read-document.ts'
import { readClaims } from '../../../src/claims/reading/document-claims.ts'

/** Reads sentences in a process of its own, which is ended when it takes minutes: one that hangs would never give the test back. */
function readElsewhere(sentences: string): { readonly status: number | null; readonly told: string } {
  const source = `
    import { readClaims } from './src/claims/reading/document-claims.ts'
    import { hostileSentences } from './scripts/chaos/hostile-sentences.ts'
    const made = hostileSentences(15)
    let read = 0
    for (const sentence of ${sentences}) {
      readClaims([sentence], '2024-05-06')
      read++
    }
    console.log('read', read)
  `
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', source], {
    encoding: 'utf8',
    timeout: 280_000,
    killSignal: 'SIGKILL',
  })
  return { status, told: stdout + stderr }
}

/** Each never ended, or took seconds, before the pattern that it is made for was written anew. */
const hanging = [
  'London supports the withdrawal of all Russian armed forces to their side of the internationally recognised border and monitoring of that border by the OSCE.',
  'The government regrets the departure of British scientists and engineers to American universities which followed the decision to leave the EU.',
  'of the parties, the withdrawal of the heavy weapons of the Ukrainian military forces and of the militias, and the organization of monitoring through the OSCE.',
  `Russia and China, ${'and the people of Asia, '.repeat(40)}Japan signed.`,
  `China sells more (${'Aaaaaaaa'.repeat(60)} 2024) than in 2020.`,
  `In favour were 12 and ${'Russia and Belarus and '.repeat(60)}had 3.`,
  `Only ${'Japan and Tobago, '.repeat(60)}China have a larger surplus.`,
  `They belong to NATO ${'into to in '.repeat(60)}BRICS.`,
  `They are ${'members of the the of in '.repeat(60)}NATO.`,
]

describe('no sentence holds reading up', () => {
  test('those that once did are read', () => {
    const { status, told } = readElsewhere(JSON.stringify(hanging))
    expect(told).toBe(`read ${hanging.length}\n`)
    expect(status).toBe(0)
  })

  test('nor do 150 made of the words of the rules, and none ends in an error', () => {
    const { status, told } = readElsewhere('Array.from({ length: 150 }, (_, index) => made(index))')
    expect(told).toBe('read 150\n')
    expect(status).toBe(0)
  })
})

describe('what no rule is proved on is not read, and that is said', () => {
  const endless = `China and Russia traded goods${' and more goods'.repeat(maxSentenceLength / 10)}.`
  const crowded = `China sold ${Array.from({ length: maxNumbersInSentence + 1 }, (_, i) => `${i + 10} tanks to Russia`).join(', ')}.`
  const plain = 'China and Russia traded goods worth $240 billion in 2023.'

  test('a sentence that is too long or has too many numbers leaves the others as they are', () => {
    const read = readClaims([endless, plain, crowded], '2024-05-06')
    expect(read.filter(({ checkable }) => checkable).map(({ sentence_index, value }) => [sentence_index, value])).toEqual([[1, 240]])
    expect(readClaims([plain], '2024-05-06', endless)).toEqual(readClaims([plain], '2024-05-06'))
  })

  test('a document says how many sentences were passed over', async () => {
    const document = await readDocument({ bytes: Buffer.from(`${plain} ${crowded}\n\n${endless}\n`), name: 'text.txt' })
    expect(sentencesOf(document).map(({ text }) => text)).toEqual([plain])
    expect(document.notes).toContain(`a sentence of more than ${maxNumbersInSentence} numbers not read`)
    expect(document.notes.some((note) => note.startsWith(`a stretch of more than ${maxSentenceLength} characters`))).toBe(true)
  })
})
