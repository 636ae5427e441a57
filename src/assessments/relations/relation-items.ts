import type { FactRow } from '../../memory/index.ts'
import type { Item } from '../forms/assessment.ts'
import { toldPeriodWords } from '../forms/told-date-words.ts'
import { inSentence } from '../forms/wording.ts'
import { claimWords, endingWords, type NamedState, type PairRelations } from './relation-sentences.ts'

/** Kinds that belong to conflict; those of missing and lowered relations belong to diplomacy. */
const ofConflict: Readonly<Record<string, string>> = {
  hostilities: 'fighting',
  'state-of-war': 'state of war',
  armistice: 'armistice',
  peace: 'peace',
  enmity: 'enmity',
}

const ofDiplomacy: Readonly<Record<string, string>> = {
  'no-relations': 'no diplomatic relations',
  'lower-relations': 'lowered diplomatic relations',
  'non-recognition': 'statehood not recognised',
}

/** Lists fighting, states of war, armistices, peaces and enmity, and territorial claims, the newest first. */
export function relationItems(pair: PairRelations): Item[] {
  return [
    ...itemsOf(pair, ofConflict),
    ...newestFirst(pair.facts.filter(({ kind }) => kind === 'territorial-claim').map((row) => claimItem(pair, row))),
  ]
}

/** Lists missing and lowered relations and non-recognition, the newest first. */
export function diplomaticItems(pair: PairRelations): Item[] {
  return itemsOf(pair, ofDiplomacy)
}

function itemsOf(pair: PairRelations, words: Readonly<Record<string, string>>): Item[] {
  return newestFirst(pair.facts.flatMap((row) => (words[row.kind] === undefined ? [] : [relationItem(pair, row, words[row.kind]!)])))
}

function newestFirst(items: readonly Item[]): Item[] {
  return [...items].sort((x, y) => (x.date < y.date ? 1 : -1))
}

function relationItem(pair: PairRelations, row: FactRow, word: string): Item {
  const actor = actorName(pair, row.actor)
  const form = row.form === word ? '' : ` (${row.form})`
  const about = [...(row.name === null ? [] : [row.name]), ...(actor === undefined ? [] : [`by ${actor}`]), ...endedAndNote(row)]
  return {
    kind: 'relation',
    date: row.start_first,
    text: `${sentenceStart(toldPeriodWords(row.start_told, row.end_told))}: ${word}${form}${about.length === 0 ? '' : `; ${about.join('; ')}`}`,
    source: row.source,
    citation: row.locator,
    relation: { kind: row.kind, to: row.end_last },
  }
}

function claimItem(pair: PairRelations, row: FactRow): Item {
  const about = endedAndNote(row)
  return {
    kind: 'claim',
    date: row.start_first,
    text: `${sentenceStart(toldPeriodWords(row.start_told, row.end_told))}: ${claimWords(pair.a, pair.b, row)}${about.length === 0 ? '' : `; ${about.join('; ')}`}`,
    source: row.source,
    citation: row.locator,
  }
}

function endedAndNote({ ended_by, note }: Pick<FactRow, 'ended_by' | 'note'>): string[] {
  return [...(ended_by === null ? [] : [endingWords(ended_by)]), ...(note === null ? [] : [note])]
}

function actorName({ a, b }: { readonly a: NamedState; readonly b: NamedState }, actor: string | null): string | undefined {
  const found = [a, b].find(({ iso3 }) => iso3 === actor)
  return found === undefined ? undefined : inSentence(found.name)
}

function sentenceStart(text: string): string {
  return `${text[0]!.toUpperCase()}${text.slice(1)}`
}
