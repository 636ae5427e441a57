import { readFileSync } from 'node:fs'
import { readClaims } from '../../src/claims/reading/document-claims.ts'
import { testClaims } from '../../src/claims/testing/test-claims.ts'
import type { TestedClaim } from '../../src/claims/verdict.ts'
import { loadSourceCards } from '../../src/sources/index.ts'
import type { Snapshot } from '../../src/store/index.ts'

const sourceCards = await loadSourceCards()

/** A deliberate error in a text. */
export interface Planted {
  readonly title: string
  /** Counted from 0. */
  readonly sentence: number
  readonly wrong: string
  readonly right: string
  readonly type: string
}

export interface PlantedText {
  readonly date: string
  readonly title: string
  readonly sentences: readonly string[]
  /** Undefined where the whole text is true. */
  readonly planted: Planted | undefined
}

/** The available sets. */
export const plantedSets = ['first', 'second'] as const

/** The texts of a set; their contents are described in test/claims/planted/README.md. */
export function plantedTexts(set: (typeof plantedSets)[number]): PlantedText[] {
  const file = (ending: string): string => readFileSync(new URL(`../../test/claims/planted/${set}.${ending}`, import.meta.url), 'utf8')
  const errors = new Map((JSON.parse(file('json')) as Planted[]).map((one) => [one.title, one]))
  return file('txt')
    .trim()
    .split(/\n\n+/)
    .map((block) => {
      const [head = '', ...sentences] = block.split('\n')
      const [date = '', title = ''] = head.replace(/^# /, '').split('|')
      return { date, title, sentences, planted: errors.get(title) }
    })
}

/** The result for one text. */
export interface PlantedScore {
  readonly text: PlantedText
  readonly tested: readonly TestedClaim[]
  /** Whether a claim of the sentence with the error is marked contradicted or partly right. */
  readonly found: boolean
  /** Claims of other sentences that are marked contradicted. */
  readonly reproached: readonly TestedClaim[]
}

/** Reads and tests a text as `visavis read` does. */
export async function plantedScore(text: PlantedText, snapshot: Snapshot, today: string): Promise<PlantedScore> {
  const { date, title, sentences, planted } = text
  const cards = new Map(sourceCards.map((card) => [card.id, card]))
  const tested = await testClaims(readClaims(sentences, date, title), { snapshot, date, today, cards })
  const isOfError = ({ claim }: TestedClaim): boolean => claim.sentence_index === planted?.sentence
  return {
    text,
    tested,
    found: tested.some((one) => isOfError(one) && ['contradicted', 'partly'].includes(one.finding?.verdict ?? '')),
    reproached: tested.filter((one) => !isOfError(one) && one.finding?.verdict === 'contradicted'),
  }
}
