import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { randomStream } from '../../src/numeric/random.ts'
import { passagesIn } from '../scores/passages.ts'

/** Passage sets that may be inspected. */
const open = ['dev', 'dev2', 'dev3', 'dev4', 'dev5', 'dev6', 'dev7', 'dev8', 'dev9', 'dev10', 'dev11', 'dev12', 'late']
const separators =
  ' | | | | | | |, |, | and |, and |; | (|) | – |-|  |’s | or |: | “|” |. |.|/| of the | to | from | in | with | which | that |\u00a0'.split(
    '|',
  )
const names =
  'China,Russia,the EU,the United States,Trinidad and Tobago,Bosnia and Herzegovina,Côte d’Ivoire,North Korea,NATO,BRICS,the OSCE,the WTO,the Council of Europe,the Shanghai Cooperation Organisation,the African Union,London,Moscow,Gazprom,Chinese,Russian'.split(
    ',',
  )
const numbers =
  '0,1,3,12,31,32,40,99,2014,2022,1945,1.5,23892.38,1,234,100 000,$240 billion,35 per cent,5%,€7.6bn,thirty-first,two-thirds,1990-95,5-8 May 2024,31 June,29 February,May 2021,Dec.,Q3,FY22,a year earlier,last year'.split(
    ',',
  )

/** The literal words in the claim patterns, which trigger the rules. */
function wordsOfPatterns(): string[] {
  const words = new Set<string>()
  for (const file of readdirSync('src/claims', { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('.ts'))) {
    const source = ts.createSourceFile(file, readFileSync(join('src/claims', file), 'utf8'), ts.ScriptTarget.ESNext, true)
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node) || ts.isStringLiteralLike(node) || ts.isTemplateExpression(node))
        for (const [word] of node.getText().matchAll(/(?<![\p{L}\\{])\p{L}{2,20}(?![\p{L}}])/gu)) words.add(word)
      ts.forEachChild(node, visit)
    }
    visit(source)
  }
  return [...words].sort()
}

/**
 * Unnatural sentences, by number. They combine rule words, words of annotated passages, names, numbers and blocs with
 * all kinds of separators, passages cut and recombined, and a few words repeated up to 2,000 characters.
 */
export function hostileSentences(seed: number): (index: number) => string {
  const lines = passagesIn(open.map((set) => `test/claims/passages/${set}`)).flatMap(({ text }) => text.split('\n'))
  const words = [wordsOfPatterns(), [...new Set(lines.flatMap((line) => line.split(' ')))], names, numbers]
  return (index) => {
    const random = randomStream(seed, 'sentences', index)
    const of = <T>(all: readonly T[]): T => all[random.below(all.length)]!
    const some = (count: number): string => Array.from({ length: count }, () => of(of(words)) + of(separators)).join('')
    const piece = (): string => {
      const line = of(lines).split(' ')
      const from = random.below(line.length)
      return line.slice(from, from + 1 + random.below(12)).join(' ')
    }
    const made = [
      () => some(3 + random.below(40)),
      () => Array.from({ length: 2 + random.below(5) }, piece).join(of(separators)),
      () => piece() + of(separators) + some(1 + random.below(6)) + piece(),
      () => piece() + of(separators) + some(1 + random.below(4)).repeat(1 + random.below(200)),
      () => of(lines).replaceAll(' ', () => (random.below(10) === 0 ? of(separators) : ' ')),
    ]
    return `${of(made)().slice(0, 1_990)}.`
  }
}
