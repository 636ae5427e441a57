import { effect, signal } from '@preact/signals'
import { place, setQuery } from '../place.ts'
import type { Answer, Claim, Verdict } from './reading.ts'

export const verdicts: readonly Verdict[] = ['supported', 'partly', 'contradicted', 'unverifiable']

/** The claim at which the reader is, by its number: it stands in the address as `#claim-7`. */
export const currentClaim = signal(claimInAddress())

/** Whether letters move on (j, k, c) and open what a verdict rests on (o, r); a reader whose tools use them can switch them off. */
export const lettersMove = signal(localStorage.getItem('read-letters') !== 'off')

effect(() => localStorage.setItem('read-letters', lettersMove.value ? 'on' : 'off'))

function claimInAddress(): number | undefined {
  const number = /^#(?:claim|mark)-(\d+)$/.exec(location.hash)?.[1]
  return number === undefined ? undefined : Number(number)
}

/** The verdict that alone is shown, as the address has it. */
export function verdictShown(): Verdict | undefined {
  return verdicts.find((verdict) => verdict === place.value.query['verdict'])
}

/** Shows one verdict alone, or all. */
export function showVerdict(verdict: Verdict | undefined): void {
  const { hash } = location
  setQuery({ verdict }, { replace: true })
  if (hash !== '') history.replaceState(null, '', `${location.pathname}${location.search}${hash}`)
}

/** Numbers of the claims that are shown, in the order of the text. */
export function shownClaims(numbers: ReadonlyMap<Claim, number>): [Claim, number][] {
  const verdict = verdictShown()
  return [...numbers].filter(([claim]) => verdict === undefined || claim.verdict === verdict)
}

/** Goes to a claim: its card has the focus, the address names it; a filter that hides it is lifted. */
export function goToClaim(number: number, numbers: ReadonlyMap<Claim, number>): void {
  history.replaceState(null, '', `${location.pathname}${location.search}#claim-${number}`)
  if (!shownClaims(numbers).some(([, one]) => one === number)) showVerdict(undefined)
  currentClaim.value = number
  requestAnimationFrame(() => {
    const card = document.getElementById(`claim-${number}`)
    card?.focus({ preventScroll: true })
    card?.scrollIntoView({ block: 'nearest' })
    document.getElementById(`mark-${number}`)?.scrollIntoView({ block: 'nearest' })
  })
}

/** Goes so many claims on (or back) among those shown; beyond an end it stays there. */
export function step(by: number, numbers: ReadonlyMap<Claim, number>): void {
  const shown = shownClaims(numbers).map(([, number]) => number)
  if (shown.length === 0) return
  const now = currentClaim.value
  const before = now === undefined ? -1 : shown.findLastIndex((number) => number <= now)
  // from a claim that is not shown, back leads to the last before it
  const from = by < 0 && now !== undefined && shown[before] !== now ? before + 1 : before
  goToClaim(shown[Math.max(0, Math.min(shown.length - 1, from + by))]!, numbers)
}

/** Goes to the next contradicted claim; after the last, to the first. */
export function stepToContradicted(numbers: ReadonlyMap<Claim, number>): void {
  const all = [...numbers].flatMap(([{ verdict }, number]) => (verdict === 'contradicted' ? [number] : []))
  const now = currentClaim.value ?? 0
  const next = all.find((number) => number > now) ?? all[0]
  if (next !== undefined) goToClaim(next, numbers)
}

/** Follows the keys of the page, and links to claims; hands back how to end it. */
export function followClaims(numbers: ReadonlyMap<Claim, number>): () => void {
  const leaving = new AbortController()
  const { signal } = leaving
  addEventListener('hashchange', () => arrive(numbers), { signal })
  document.addEventListener('keydown', (event) => byKey(event, numbers), { signal })
  arrive(numbers)
  return () => leaving.abort()
}

function arrive(numbers: ReadonlyMap<Claim, number>): void {
  const number = claimInAddress()
  currentClaim.value = number
  // a link back to the words leads to them by itself
  if (number !== undefined && location.hash.startsWith('#claim') && [...numbers.values()].includes(number)) goToClaim(number, numbers)
}

function byKey(event: KeyboardEvent, numbers: ReadonlyMap<Claim, number>): void {
  const does = doneBy(event.key)
  if (does === undefined || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
  if ((event.target as Element).closest?.('input, select, textarea, dialog, [contenteditable]')) return
  event.preventDefault()
  does(numbers)
}

/** What a key does: letters are for who has not switched them off. */
function doneBy(key: string): ((numbers: ReadonlyMap<Claim, number>) => void) | undefined {
  if (key === 'Escape' && currentClaim.value !== undefined) return backToWords
  if (!lettersMove.value) return undefined
  if (key === 'j') return (numbers) => step(1, numbers)
  if (key === 'k') return (numbers) => step(-1, numbers)
  if (key === 'c') return stepToContradicted
  if (key === 'r') return () => inCard('.show-rows')?.click()
  return key === 'o' ? () => inCard('details > summary')?.click() : undefined
}

/** From a card to the words that it is about. */
function backToWords(): void {
  const mark = document.getElementById(`mark-${currentClaim.value}`)
  mark?.focus({ preventScroll: true })
  mark?.scrollIntoView({ block: 'nearest' })
}

/** A part of the card of the claim at which the reader is. */
function inCard(part: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`#claim-${currentClaim.value} ${part}`)
}

/** The claims of an answer at odds with the record or with each other: what an editor looks for first. */
export function isTrouble({ verdict }: Claim): boolean {
  return verdict === 'contradicted' || verdict === 'partly'
}

/** Claims by the sentence that they stand in. */
export function bySentence({ claims }: Answer): Map<number, Claim[]> {
  const found = new Map<number, Claim[]>()
  for (const claim of claims) found.set(claim.sentence_index, [...(found.get(claim.sentence_index) ?? []), claim])
  return found
}
