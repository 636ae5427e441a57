import type { Answers } from '../../../../src/server/answer-types.ts'
import { periodWords } from '../../../../src/server/wording.ts'
import { postRequest, uploadFile } from '../../api/client.ts'
import { type AnsweredClaim, displayable } from '../reading-state.ts'

type CheckAnswer = Answers['check']

/** The slots of a claim as they are typed: empty where one is not given. */
export interface ClaimDraft {
  readonly kind: string
  readonly indicator: string
  readonly actors: readonly string[]
  /** `CHN->RUS`, `total`, `n/a`; empty: by the words and the order of the actors. */
  readonly direction: string
  readonly period: string
  readonly period_base: string
  readonly value: string
  readonly value_from: string
  readonly unit: string
  readonly qualifier: string
}

export const emptyDraft: ClaimDraft = {
  ...{ kind: 'quantity', indicator: '', actors: [], direction: '', period: '', period_base: '' },
  ...{ value: '', value_from: '', unit: '', qualifier: '' },
}

/** The names of the slots, as the form shows them. */
export const slotNames: Readonly<Record<keyof ClaimDraft, string>> = {
  kind: 'Kind',
  indicator: 'What is measured or done',
  actors: 'States or blocs, the sender first',
  direction: 'Direction',
  period: 'When',
  period_base: 'Change since',
  value: 'Value',
  value_from: 'Change from',
  unit: 'Unit',
  qualifier: 'Hedge',
}

/** Makes a draft of a claim that was read from a text. */
export function draftOf(claim: AnsweredClaim): ClaimDraft {
  const { kind, indicator, actors, direction, period, period_base: base, value, value_from: from, unit, qualifier } = claim
  const period_base = base === null ? '' : slashed(periodWords(base))
  const [typed, typedFrom] = [value, from].map((number) => (number === null ? '' : String(number)))
  return {
    ...{ kind, indicator: indicator ?? '', actors, direction, period: period === null ? '' : slashed(periodWords(period)), period_base },
    ...{ value: typed!, value_from: typedFrom!, unit: unit ?? '', qualifier: qualifier ?? '' },
  }
}

const slashed = (period: string): string => period.replace(' to ', '/')

/** What has been changed in a draft: the name of the slot, what was there and what is there now. */
export function changesOf(before: ClaimDraft, now: ClaimDraft): { readonly name: string; readonly was: string; readonly is: string }[] {
  const shown = (value: string | readonly string[]): string => (typeof value === 'string' ? value : value.join(', ')) || 'nothing'
  return (Object.keys(slotNames) as (keyof ClaimDraft)[])
    .map((slot) => ({ name: slotNames[slot].replace(/,.*/, ''), was: shown(before[slot]), is: shown(now[slot]) }))
    .filter(({ was, is }) => was !== is)
}

/** Tests a draft with the operation `check`. Of a claim that was read, what was understood of its words goes with it as long as it still fits. */
export async function testDraft(
  draft: ClaimDraft,
  asked: { readonly date?: string; readonly snapshot?: string },
  read?: AnsweredClaim,
): Promise<CheckAnswer> {
  const slots = { ...draft, actors: draft.actors, ...(read === undefined ? {} : understood(draft, read)) }
  const file = await uploadFile(new Blob([JSON.stringify(slots)], { type: 'application/json' }), 'claim.json')
  return displayable(await postRequest('check', { file, ...asked }, () => undefined))
}

/** What was understood of the words of a claim beside its slots; nothing where kind, indicator or the states of a share are other now. */
function understood(draft: ClaimDraft, read: AnsweredClaim): Pick<AnsweredClaim, 'measured'> & { readonly said?: object } {
  const before = draftOf(read)
  const isSameStates = draft.actors.join() === before.actors.join()
  const namesState = read.measured?.whole !== undefined || read.measured?.owner !== undefined
  if (draft.kind !== before.kind || draft.indicator !== before.indicator || draft.direction === '' || (namesState && !isSameStates))
    return { measured: null }
  // that the words may have been misread is no doubt about what a person has corrected
  const { doubts: _, ...said } = read.said ?? {}
  return { measured: read.measured, ...(Object.keys(said).length === 0 ? {} : { said }) }
}

/** Puts a claim that was tested without a text into the form of one that was read, so that it is shown in the same way. */
export function asRead(claim: CheckAnswer['claims'][number]): AnsweredClaim {
  return {
    ...claim,
    ...{
      domain: claim.domain as AnsweredClaim['domain'],
      sentence: claim.sentence ?? '',
      sentence_index: 0,
      claim_index: 0,
      start: 0,
      end: 0,
    },
    ...{ checkable: true, measured: null, speaker: null, probability_word: null, rules: ['the slots as given'] },
  }
}
