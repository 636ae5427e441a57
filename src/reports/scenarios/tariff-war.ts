import { inSentence } from '../../assessments/forms/wording.ts'
import { csv } from '../text/csv.ts'
import { type Column, type TableWriter, textAndMarkdown, type WrittenPage } from '../text/table.ts'
import type { SideOfAnswer, TradeBaseOfAnswer } from './coalition.ts'

/** Tariffs and welfare in percent. */
export interface TariffPlayer extends SideOfAnswer {
  /** Its best tariff while the others levy none. */
  readonly alone: { readonly tariff: number; readonly welfare: number }
  /** Its tariff when all answer each other; null with one player. */
  readonly war: { readonly tariff: number; readonly welfare: number } | null
}

/** The answer of `visavis tariff-war`. */
export interface TariffWarAnswer {
  readonly schemaVersion: 1
  readonly players: readonly TariffPlayer[]
  /** Whether tariffs fall on all imports, or on those from the other players only. */
  readonly on: 'everybody' | 'each other'
  readonly converged: boolean
  readonly rounds: number
  /** Whether a war that begins with tariffs of 50 % ends alike; null with one player. */
  readonly sameFromSecondStart: boolean | null
  readonly base: TradeBaseOfAnswer
  readonly notes: readonly string[]
}

/** Writes one row for each player. */
export function tariffWarCsv({ players }: TariffWarAnswer): string {
  return csv(
    ['player', 'best_tariff_alone', 'welfare_alone', 'war_tariff', 'war_welfare'],
    players.map(({ name, alone, war }) => [name, alone.tariff, alone.welfare, war?.tariff, war?.welfare]),
  )
}

export const tariffWarPage: WrittenPage<TariffWarAnswer> = textAndMarkdown(page)

function page(answer: TariffWarAnswer, table: TableWriter, paragraph: (text: string) => string): string {
  const right = { align: 'right' } as const
  const war = answer.players.length > 1
  const columns: Column[] = [
    { title: '' },
    { title: 'best tariff alone', ...right },
    { title: 'welfare', ...right },
    ...(war
      ? [
          { title: 'tariff in the war', ...right },
          { title: 'welfare', ...right },
        ]
      : []),
  ]
  const rows = answer.players.map(({ name, alone, war: own }) => [
    name,
    `${alone.tariff.toFixed(1)} %`,
    signed(alone.welfare),
    ...(own === null ? [] : [`${own.tariff.toFixed(1)} %`, signed(own.welfare)]),
  ])
  const notes = [...answer.notes, `Source: ${answer.base.source} (${answer.base.licence}).`].map((note) => paragraph(`- ${note}`))
  return `${[paragraph(lead(answer)), table(columns, rows), notes.join('\n')].join('\n\n')}\n`
}

function lead({ players, on, converged, rounds, sameFromSecondStart }: TariffWarAnswer): string {
  const whom = on === 'everybody' ? 'all imports' : 'imports from each other'
  const one = players[0]!
  const first = `${inSentence(one.name)} would gain most from a uniform tariff of ${one.alone.tariff.toFixed(1)} % on ${whom} if nobody answered: ${signed(one.alone.welfare)} of real spending.`
  const text = players.length === 1 ? first : `${warWords(players, converged, rounds, sameFromSecondStart)} Tariffs fall on ${whom}.`
  return `${text.charAt(0).toUpperCase()}${text.slice(1)} This is a model of the long run, not a forecast.`
}

function warWords(players: readonly TariffPlayer[], converged: boolean, rounds: number, same: boolean | null): string {
  if (!converged) return `No tariffs were found of which none pays to change: after ${rounds} rounds the answers still move.`
  const losing = players.filter(({ war }) => war!.welfare < 0)
  const outcome =
    losing.length === players.length
      ? 'all lose against a world without these tariffs'
      : losing.length === 0
        ? 'none of them loses'
        : `${losing.map(({ name }) => inSentence(name)).join(', ')} ${losing.length === 1 ? 'loses' : 'lose'}`
  const unique =
    same === true
      ? ' A war that begins with 50 % ends alike.'
      : ' A war that begins with 50 % ends otherwise, so this is one outcome of several.'
  return `Where each answers the tariffs of the others until none gains by another, ${outcome}.${unique}`
}

function signed(value: number): string {
  const text = Math.abs(value).toFixed(2)
  return `${Number(text) === 0 ? '' : value < 0 ? '−' : '+'}${text} %`
}
