import { useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { Combobox } from './combobox.tsx'
import { type FoundPair, lastYearOf, PartyLabel, useSuggestions } from './suggestions.tsx'

interface PairFinderProps {
  /**
   * @param to   last year in which both existed; undefined if both still exist
   */
  readonly onPair: (a: string, b: string, to: string | undefined) => void
  readonly label?: string
  readonly input?: RefObject<HTMLInputElement | null>
  readonly shortcut?: string
}

/** Searches for two states or blocs by the beginnings of their names, codes or capitals. */
export function PairFinder({ onPair, label = 'Find two states or blocs', input, shortcut }: PairFinderProps) {
  const text = useSignal('')
  const found = useSuggestions(text.value)
  const choices = found?.pairs.map((pair) => ({ key: `${pair.a.id} ${pair.b.id}`, line: <PairWords pair={pair} />, value: pair }))
  return (
    <Combobox
      label={label}
      placeholder={shortcut === undefined ? 'rus chi, Moscow Beijing …' : `rus chi, Moscow Beijing …  ( ${shortcut} )`}
      text={text.value}
      onText={(typed) => (text.value = typed)}
      choices={choices}
      onPick={({ a, b }) => {
        text.value = ''
        onPair(a.id, b.id, lastYearOf([a, b]))
      }}
      nothing="No two states or blocs begin like this."
      input={input}
      shortcut={shortcut}
    />
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
