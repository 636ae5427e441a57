import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import type { Answers, Problem } from '../../../../src/server/answer-types.ts'
import { indicatorPhrases } from '../../../../src/server/wording.ts'
import { ProblemNote } from '../../frame/problem-note.tsx'
import { problemOfThrown } from '../reading-state.ts'
import { ActorsField } from './actors-field.tsx'
import { type ClaimDraft, slotNames } from './claim-draft.ts'
import './correct.css'

const kinds: readonly (readonly [kind: string, words: string])[] = [
  ['quantity', 'quantity: an amount'],
  ['share', 'share: a part of a whole'],
  ['trend', 'trend: a change'],
  ['comparison', 'comparison of two'],
  ['ranking', 'ranking: a place'],
  ['count', 'count: a number of things'],
  ['event', 'event: something done'],
  ['membership', 'membership'],
  ['attribution', 'attribution: something announced'],
  ['forecast', 'forecast'],
]

/** Words for deeds, which are no quantities of the catalogue. */
const deeds = [
  ...[
    'vote on A/RES/ES-11/1: against',
    'vote on A/RES/ES-11/1: in favour',
    'vote on A/RES/ES-11/1: abstention',
    'votes against A/RES/ES-11/1',
  ],
  ...['same votes in the General Assembly', 'member of NATO', 'not a member of BRICS', 'accession to NATO', 'left OPEC', 'arms embargo'],
  ...['free trade agreement signed', 'largest trading partner', 'rank by GDP', 'goods exports, yearly change'],
]

const units = [
  'USD bn',
  'USD mn',
  'EUR bn',
  'percent',
  'percent_change',
  'percentage_points',
  'times',
  'rank',
  'count',
  'mn tonnes',
  'bcm',
  'mn persons',
]
const hedges = ['about', 'more than', 'less than', 'almost', 'at least', 'up to', 'only']

interface FormProps {
  readonly label: string
  readonly start: ClaimDraft
  readonly submit: string
  readonly test: (draft: ClaimDraft) => Promise<Answers['check']>
  readonly onTested: (answer: Answers['check'], draft: ClaimDraft) => void
  /** Further buttons beside that which tests. */
  readonly children?: ComponentChildren
  /** Whether the first field takes the focus when the form appears. */
  readonly takesFocus?: boolean
}

/** Shows the slots of a claim as fields, and tests it. Slots that cannot be used are named at their fields. */
export function ClaimForm({ label, start, submit, test, onTested, children, takesFocus = false }: FormProps) {
  const draft = useSignal(start)
  const faults = useSignal<Answers['check']['errors']>([])
  const problem = useSignal<Problem | undefined>(undefined)
  const busy = useSignal(false)
  const set = (slot: keyof ClaimDraft, value: string | readonly string[]): void => {
    draft.value = { ...draft.value, [slot]: value }
  }
  const ask = async (): Promise<void> => {
    const tested = draft.value
    busy.value = true
    problem.value = undefined
    try {
      const answer = await test(tested)
      faults.value = answer.errors
      if (answer.errors.length === 0) onTested(answer, tested)
    } catch (thrown) {
      problem.value = problemOfThrown(thrown)
    } finally {
      busy.value = false
    }
  }
  return (
    <form
      class="claim-form"
      aria-label={label}
      aria-busy={busy.value}
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy.value) void ask()
      }}
    >
      <Slots draft={draft.value} set={set} faults={faults.value} takesFocus={takesFocus} />
      <Faults faults={faults.value} />
      {problem.value !== undefined && <ProblemNote problem={problem.value} />}
      <div class="row">
        <button type="submit" class="main-action">
          {submit}
        </button>
        {children}
        <span role="status" class="soft small">
          {busy.value ? 'Testing it …' : ''}
        </span>
      </div>
    </form>
  )
}

interface SlotsProps {
  readonly draft: ClaimDraft
  readonly set: (slot: keyof ClaimDraft, value: string | readonly string[]) => void
  readonly faults: Answers['check']['errors']
  readonly takesFocus: boolean
}

function Slots({ draft, set, faults, takesFocus }: SlotsProps) {
  const first = useRef<HTMLSelectElement>(null)
  // before the form is painted: a reader who types at once must not lose the field
  useLayoutEffect(() => {
    if (takesFocus) first.current?.focus()
  }, [])
  const isFaulty = (slot: keyof ClaimDraft): boolean => faults.some((fault) => fault.slot === slot)
  const text = (slot: keyof ClaimDraft, more: Partial<TextSlotProps> = {}) => (
    <TextSlot slot={slot} value={String(draft[slot])} faulty={isFaulty(slot)} onValue={(value) => set(slot, value)} {...more} />
  )
  return (
    <div class="slot-fields">
      <label class="kind">
        {slotNames.kind}
        <select ref={first} value={draft.kind} aria-invalid={isFaulty('kind')} onChange={(event) => set('kind', event.currentTarget.value)}>
          {kinds.map(([kind, words]) => (
            <option key={kind} value={kind}>
              {words}
            </option>
          ))}
        </select>
      </label>
      {text('indicator', {
        required: true,
        suggested: [...indicatorPhrases.map(({ name }) => name), ...deeds],
        wide: true,
        example: 'goods exports',
      })}
      <ActorsField
        actors={draft.actors}
        direction={draft.direction}
        faulty={isFaulty('actors')}
        onActors={(actors) => set('actors', actors)}
        onDirection={(direction) => set('direction', direction)}
      />
      {text('period', { example: '2023, 2023-05-12, 2019/2023' })}
      {text('value', { example: '53.7; falls negative', decimal: true })}
      {text('unit', { suggested: units, example: 'USD bn' })}
      {text('qualifier', { suggested: hedges, example: 'about' })}
      {text('period_base', { example: '2022' })}
      {text('value_from', { example: 'the value then', decimal: true })}
    </div>
  )
}

interface TextSlotProps {
  readonly slot: keyof ClaimDraft
  readonly value: string
  readonly onValue: (value: string) => void
  readonly faulty: boolean
  readonly suggested?: readonly string[]
  readonly example?: string
  readonly required?: boolean
  readonly decimal?: boolean
  readonly wide?: boolean
}

function TextSlot({ slot, value, onValue, faulty, suggested, example, required = false, decimal = false, wide = false }: TextSlotProps) {
  const id = useId()
  return (
    <label class={wide ? 'wide' : undefined}>
      {slotNames[slot]}
      <input
        type="text"
        maxLength={500}
        autocomplete="off"
        required={required}
        inputMode={decimal ? 'decimal' : undefined}
        list={suggested === undefined ? undefined : `${id}-suggested`}
        placeholder={example}
        aria-invalid={faulty}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      {suggested !== undefined && (
        <datalist id={`${id}-suggested`}>
          {suggested.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </label>
  )
}

/** Says which slots cannot be used, and why. */
function Faults({ faults }: { readonly faults: Answers['check']['errors'] }) {
  if (faults.length === 0) return null
  return (
    <ul class="problem" role="alert">
      {faults.map(({ slot, message }) => (
        <li key={slot + message}>
          <strong>{slotNames[slot as keyof ClaimDraft] ?? slot}:</strong> {message}
        </li>
      ))}
    </ul>
  )
}
