import { useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { inSentence } from '../../../src/server/wording.ts'
import { Combobox } from './combobox.tsx'
import { type FoundComparison, type FoundPair, lastYearOf, PartyLabel, useSuggestions } from './suggestions.tsx'
import type { Option } from './use-combobox.ts'

interface PairFinderProps {
  /**
   * @param to   last year in which both existed; undefined if both still exist
   */
  readonly onPair: (a: string, b: string, to: string | undefined) => void
  /** Offers comparisons where three names are typed: one party towards the two others. Without it, three names find nothing. */
  readonly onComparison?: (of: string, first: string, second: string) => void
  readonly label?: string
  readonly input?: RefObject<HTMLInputElement | null>
  readonly shortcut?: string
}

/** Searches for two states or blocs by the beginnings of their names, codes or capitals. */
export function PairFinder({ onPair, onComparison, label = 'Find two states or blocs', input, shortcut }: PairFinderProps) {
  const text = useSignal('')
  const found = useSuggestions(text.value)
  const choices = found && [
    ...found.pairs.map(
      (pair): Choice => ({
        key: `${pair.a.id} ${pair.b.id}`,
        line: <PairWords pair={pair} />,
        value: () => onPair(pair.a.id, pair.b.id, lastYearOf([pair.a, pair.b])),
      }),
    ),
    ...(onComparison === undefined ? [] : found.comparisons).map(
      ({ of, with: [first, second] }): Choice => ({
        key: `${of.id} ${first.id} ${second.id}`,
        line: <ComparisonWords comparison={{ of, with: [first, second] }} />,
        value: () => onComparison!(of.id, first.id, second.id),
      }),
    ),
  ]
  return (
    <Combobox
      label={label}
      placeholder={shortcut === undefined ? 'rus chi, Moscow Beijing …' : `rus chi, Moscow Beijing …  ( ${shortcut} )`}
      text={text.value}
      onText={(typed) => (text.value = typed)}
      choices={choices}
      onPick={(pick) => {
        text.value = ''
        pick()
      }}
      nothing="No two states or blocs begin like this."
      input={input}
      shortcut={shortcut}
    />
  )
}

/** An option of the list, with what picking it does. */
type Choice = Option<() => void>

function ComparisonWords({ comparison: { of, with: two } }: { readonly comparison: FoundComparison }) {
  const [first, second] = two.map(({ name }) => inSentence(name))
  return (
    <>
      {of.name}: closer to {first} or to {second}?
    </>
  )
}

function PairWords({ pair: { a, b, ledger } }: { readonly pair: FoundPair }) {
  return (
    <>
      <PartyLabel party={a} /> – <PartyLabel party={b} />
      {ledger && <span class="code"> · with a ledger of events</span>}
    </>
  )
}
