import { join } from 'node:path'
import { passagesIn } from '../../scripts/scores/passages.ts'
import type { RandomStream } from '../../src/numeric/random.ts'

/** A text to read, in the format that its name indicates. */
export interface FuzzText {
  readonly name: string
  readonly text: string
}

const folders = ['dev', 'dev2', 'dev3', 'dev4', 'dev5', 'dev6'].map((name) => join(import.meta.dirname, '../claims/passages', name))
let sentences: readonly string[] | undefined

/** Sentences of annotated texts, which have one per line. */
function real(): readonly string[] {
  sentences ??= passagesIn(folders).flatMap(({ text }) => text.split('\n').filter((line) => line.trim() !== ''))
  return sentences
}

const states = [
  'China',
  'Russia',
  'the United States',
  'Germany',
  'the EU',
  'Côte d’Ivoire',
  'Türkiye',
  'North Macedonia',
  'NATO',
  'the DPRK',
  'BRICS',
  'Kazakhstan',
]
const numbers = [
  ...[
    '0',
    '-0',
    '−1',
    '1e308',
    '1.8e309',
    '9'.repeat(400),
    `0.${'0'.repeat(300)}1`,
    '1,2,3,4',
    '1.234,56',
    '٣٫١٤',
    '½',
    '一百',
    'NaN',
    'Infinity',
    '12 12 12',
  ],
  ...[
    'hundred million billion trillion',
    'minus zero',
    '100 %',
    '1000000 per cent',
    '$5 quadrillion',
    '€ -3 bn',
    '40',
    '99',
    '35',
    'thirty-first',
    '3-5-7',
    '1/0',
    '0 out of 0',
  ],
]
const dates = [
  'in 2023',
  'on 31 February 2023',
  'in year 0',
  'in 99999',
  'since 1 BC',
  'on 2023-13-45',
  'from 2025 to 1900',
  'in Q5 2021',
  'last century',
  'in 1648',
  'by 2100',
  'in the 2020s',
]
const oddities = [
  '\u202e',
  '\u200b',
  '\u0000',
  '\u001b[31m',
  '\ufeff',
  '\ud83d\ude00',
  '\u0301\u0301\u0301',
  '\u2028',
  'ﬃ',
  'Ⅻ',
  '\u00ad',
  '￼',
  'İ',
  'ß',
  '𝟗𝟗',
  '⟦',
  '⟧',
  '\t',
  '\\',
  '|',
  '`',
]
const verbs = [
  'exported',
  'voted against',
  'joined',
  'vetoed',
  'sanctioned',
  'grew by',
  'fell from',
  'supplied',
  'agreed on',
  'overtook',
  'withdrew from',
  'will probably exceed',
]
const things = [
  'goods worth',
  'decisions',
  'resolutions',
  'barrels of oil',
  'maritime companies',
  'of its GDP',
  'the WTO',
  'arms',
  'members',
  'exercises',
]

type Change = (text: string, random: RandomStream) => string

const one = <T>(all: readonly T[], random: RandomStream): T => all[random.below(all.length)]!
const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make)

/** The text with one match replaced; unchanged where there is no match. */
function swapped(text: string, pattern: RegExp, random: RandomStream, other: string): string {
  const found = [...text.matchAll(pattern)]
  if (found.length === 0) return text
  const { index, 0: was } = one(found, random)
  return `${text.slice(0, index)}${other}${text.slice(index + was.length)}`
}

const changes: readonly Change[] = [
  (text, random) => swapped(text, /\d[\d.,]*/g, random, one(numbers, random)),
  (text, random) => swapped(text, /\b(?:19|20)\d\d\b/g, random, one(dates, random)),
  (text, random) => swapped(text, /\p{Lu}\p{L}+/gu, random, one(states, random)),
  (text, random) => swapped(text, / /g, random, ` ${one(oddities, random)}`),
  (text, random) => swapped(text, /./gu, random, one(oddities, random)),
  (text, random) => swapped(text, /\p{L}+/gu, random, one(verbs, random)),
  (text, random) => text.replace(/[.!?]+$/, '').concat(', and ', one(real(), random)),
  (text, random) => text.slice(random.below(text.length + 1)),
  (text) => text.toUpperCase(),
  (text, random) => `${'“‘'.repeat(random.below(60))}${text}${'’”'.repeat(random.below(60))}`,
  (text, random) => swapped(text, /\p{L}+/gu, random, times(random.below(80), () => one(states, random)).join(', ')),
  (text, random) => swapped(text, / /g, random, ' ('.repeat(1 + random.below(40))),
  (text, random) => `${text} ${one(states, random)} said that ${text}`,
]

function made(random: RandomStream): string {
  return `${one(states, random)} ${one(verbs, random)} ${one(numbers, random)} ${one(things, random)} ${one(states, random)} ${one(dates, random)}.`
}

function sentence(random: RandomStream): string {
  if (random.below(4) === 0) return made(random)
  return times(random.below(4), () => one(changes, random)).reduce(
    (text, change) => change(text, random).slice(0, 3000),
    one(real(), random),
  )
}

const forms: readonly ((lines: readonly string[], random: RandomStream) => FuzzText)[] = [
  (lines) => ({ name: 'text.txt', text: lines.join(' ') }),
  (lines) => ({ name: 'text.txt', text: lines.join('\n\n') }),
  (lines) => ({
    name: 'text.md',
    text: `# ${lines[0]}\n\n${lines.map((line, i) => `${['- ', '> ', '1. ', '## ', ''][i % 5]}${line}`).join('\n\n')}\n\n| a | b |\n|---|---|\n| ${lines.at(-1)} | 1 |\n`,
  }),
  (lines) => ({
    name: 'text.md',
    text: `---\ntitle: ${lines[0]}\nauthor: "${lines.at(-1)}"\ndate: 2024-05-01\n---\n\n${lines.map((line) => `**${line}** [x](http://e.org/)`).join('\n')}`,
  }),
  (lines) => ({
    name: 'text.html',
    text: `<!doctype html><html><head><title>${lines[0]}</title><meta name="author" content="${lines.at(-1)}"></head><body><article>${lines.map((line) => `<p>${line}</p>`).join('')}</article></body></html>`,
  }),
  (lines, random) => ({
    name: 'text.html',
    text: `<body>${'<div><b>'.repeat(random.below(200))}${lines.map((line) => `<li>${line}&nbsp;&#0;&bogus;<td>${line}`).join('')}`,
  }),
]

/** The text for one position in a seed's stream, reproducibly. */
export function fuzzText(random: RandomStream): FuzzText {
  const lines = times(1 + random.below(6), () => sentence(random))
  return one(forms, random)(lines, random)
}
