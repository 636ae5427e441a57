import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SourceDocument } from '../../../src/claims/documents/document.ts'
import { sentenceSpans, sentencesOf } from '../../../src/claims/documents/document-sentences.ts'
import { sentenceCases } from '../sentence-cases.ts'

const divided = (text: string): string[] => sentenceSpans(text).map(({ start, end }) => text.slice(start, end))

function documentOf(...blocks: SourceDocument['blocks']): SourceDocument {
  return { name: 'f', form: 'text', title: null, author: null, date: null, blocks, notes: [] }
}

test.each(sentenceCases)('%s', (marked) => {
  expect(divided(marked.replaceAll('¶', ''))).toEqual(marked.split('¶').map((sentence) => sentence.trim()))
})

test('the number of a note glued to a stop belongs to no sentence', () => {
  expect(divided('They signed a new agreement.12 Its text was not told.7')).toEqual([
    'They signed a new agreement.',
    'Its text was not told.',
  ])
  expect(divided('It froze in 1960.¹ They fought in 1969.²')).toEqual(['It froze in 1960.¹', 'They fought in 1969.²'])
})

test('a line of its own is a sentence of its own', () => {
  expect(divided('Trade grew 3 %\nIt had fallen before')).toEqual(['Trade grew 3 %', 'It had fallen before'])
})

const folders = [new URL('../passages/dev/', import.meta.url), new URL('../../../../shared/claims-dev/', import.meta.url)]
const passages = folders
  .filter((folder) => existsSync(folder))
  .flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { id?: string; text: string }),
  )

test('every annotated passage, joined to a paragraph, falls into its sentences again', () => {
  expect(passages.length).toBeGreaterThanOrEqual(32)
  for (const { text } of passages) {
    const lines = text.split('\n').map((line) => line.trim())
    expect(divided(lines.join(' '))).toEqual(lines)
  }
})

describe('sentences of a document', () => {
  test('stand where they say, in blocks that are read: no heading, no row, no other language', () => {
    const document = documentOf(
      { kind: 'heading', text: 'Trade. In figures.' },
      { kind: 'paragraph', text: 'Trade grew.  It fell.' },
      { kind: 'row', text: 'China | 240' },
      { kind: 'quote', text: 'Les échanges entre la Chine et la Russie ont été multipliés par deux dans les dix années qui ont suivi.' },
      { kind: 'item', text: 'Oil led.' },
    )
    const found = sentencesOf(document)
    expect(found.map(({ text, block }) => [block, text])).toEqual([
      [1, 'Trade grew.'],
      [1, 'It fell.'],
      [4, 'Oil led.'],
    ])
    for (const { text, block, start, end } of found) expect(document.blocks[block]?.text.slice(start, end)).toBe(text)
  })

  test('a list longer than a sentence falls at its semicolons, what has no stop at all is left out', () => {
    const list = Array.from({ length: 60 }, (_, i) => `recalling its resolution ${i} on the exports of the state`).join('; ')
    expect(sentencesOf(documentOf({ kind: 'paragraph', text: `${list}.` }))).toHaveLength(60)
    expect(sentencesOf(documentOf({ kind: 'paragraph', text: 'the trade of the year '.repeat(200) }))).toEqual([])
  })
})

test('whatever the text, sentences follow each other, hold every letter, and have no blanks around them', () => {
  const piece = fc.constantFrom(
    '.',
    '!',
    '…',
    '(',
    ')',
    '“',
    '”',
    ' ',
    '\n',
    ';',
    'U.S.',
    'No.',
    '5',
    'The',
    'grew',
    'é',
    'Rs.',
    '[1]',
    '𝒳',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('')
      let end = 0
      for (const span of sentenceSpans(text)) {
        expect(text.slice(end, span.start)).toMatch(/^(?:\d{1,3})?\s*$/)
        expect(text.slice(span.start, span.end)).toBe(text.slice(span.start, span.end).trim())
        expect(span.end).toBeGreaterThan(span.start)
        end = span.end
      }
      expect(text.slice(end)).toMatch(/^(?:\d{1,3})?\s*$/)
    }),
  )
})

test('a possessive ends a sentence, with a straight apostrophe too', () => {
  expect(divided("They are larger than Germany's. Vietnam's exports grew.")).toEqual([
    "They are larger than Germany's.",
    "Vietnam's exports grew.",
  ])
  expect(divided('They are larger than Germany’s. Vietnam’s exports grew.')).toHaveLength(2)
})
