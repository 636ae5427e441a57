import { useSignal } from '@preact/signals'
import { Combobox } from './combobox.tsx'
import { lastYearOf, PartyLabel, useSuggestions } from './suggestions.tsx'

interface PartyFinderProps {
  /**
   * @param to   last year of a party that no longer exists; undefined if it still exists
   */
  readonly onParty: (id: string, name: string, to: string | undefined) => void
  readonly label?: string
}

/** Searches for a state or bloc by the beginning of its name, code or capital. */
export function PartyFinder({ onParty, label = 'Find a state or bloc' }: PartyFinderProps) {
  const text = useSignal('')
  const found = useSuggestions(text.value)
  const choices = found?.parties.map((party) => ({ key: party.id, line: <PartyLabel party={party} />, value: party }))
  return (
    <Combobox
      label={label}
      placeholder="rus, Moscow, EU …"
      text={text.value}
      onText={(typed) => (text.value = typed)}
      choices={choices}
      onPick={(party) => {
        text.value = ''
        onParty(party.id, party.name, lastYearOf([party]))
      }}
      nothing="No state or bloc begins like this."
    />
  )
}
