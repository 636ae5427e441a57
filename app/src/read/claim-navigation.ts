import { effect, signal } from '@preact/signals'
import { route, setQuery } from '../route.ts'
import type { Answer, AnsweredClaim, Verdict } from './reading-state.ts'

export const verdicts: readonly Verdict[] = ['supported', 'partly', 'contradicted', 'unverifiable']

/** The number of the current claim, in the URL as `#claim-7`; undefined if there is none. */
export const currentClaim = signal(claimInAddress())

/**
 * Whether letter keys navigate (j, k, c) and open evidence (o, r). The reader can switch them off, because some assistive tools use
 * letters.
 */
export const letterKeysEnabled = signal(localStorage.getItem('read-letters') !== 'off')

effect(() => localStorage.setItem('read-letters', letterKeysEnabled.value ? 'on' : 'off'))

function claimInAddress(): number | undefined {
  const number = /^#(?:claim|mark)-(\d+)$/.exec(location.hash)?.[1]
  return number === undefined ? undefined : Number(number)
}

/** Returns the verdict that the text is filtered by, from the URL; undefined without a filter. */
export function verdictShown(): Verdict | undefined {
  return verdicts.find((verdict) => verdict === route.value.query['verdict'])
}

/** Filters the text by a verdict; undefined shows all claims. */
export function showVerdict(verdict: Verdict | undefined): void {
  const { hash } = location
  setQuery({ verdict }, { replace: true })
  if (hash !== '') history.replaceState(null, '', `${location.pathname}${location.search}${hash}`)
}

/** Returns the visible claims with their numbers, in text order. */
export function shownClaims(numbers: ReadonlyMap<AnsweredClaim, number>): [AnsweredClaim, number][] {
  const verdict = verdictShown()
  return [...numbers].filter(([claim]) => verdict === undefined || claim.verdict === verdict)
}

/** Goes to a claim: focuses its card, updates the URL, and clears a filter that hides the claim. */
export function goToClaim(number: number, numbers: ReadonlyMap<AnsweredClaim, number>): void {
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

/** Moves forwards or backwards by a number of visible claims, but not beyond the first or last. */
export function stepClaims(by: number, numbers: ReadonlyMap<AnsweredClaim, number>): void {
  const shown = shownClaims(numbers).map(([, number]) => number)
  if (shown.length === 0) return
  const now = currentClaim.value
  const before = now === undefined ? -1 : shown.findLastIndex((number) => number <= now)
  // if the current claim is hidden, a step back leads to the last visible claim before it
  const from = by < 0 && now !== undefined && shown[before] !== now ? before + 1 : before
  goToClaim(shown[Math.max(0, Math.min(shown.length - 1, from + by))]!, numbers)
}

/** Goes to the next contradicted claim, and from the last one to the first. */
export function stepToContradicted(numbers: ReadonlyMap<AnsweredClaim, number>): void {
  const all = [...numbers].flatMap(([{ verdict }, number]) => (verdict === 'contradicted' ? [number] : []))
  const now = currentClaim.value ?? 0
  const next = all.find((number) => number > now) ?? all[0]
  if (next !== undefined) goToClaim(next, numbers)
}

/** Handles keys and links to claims; returns a function that removes these handlers. */
export function followClaims(numbers: ReadonlyMap<AnsweredClaim, number>): () => void {
  const leaving = new AbortController()
  const { signal } = leaving
  addEventListener('hashchange', () => followHash(numbers), { signal })
  document.addEventListener('keydown', (event) => byKey(event, numbers), { signal })
  followHash(numbers)
  return () => leaving.abort()
}

function followHash(numbers: ReadonlyMap<AnsweredClaim, number>): void {
  const number = claimInAddress()
  currentClaim.value = number
  // a link back to the text (`#mark-7`) is left to the browser
  if (number !== undefined && location.hash.startsWith('#claim') && [...numbers.values()].includes(number)) goToClaim(number, numbers)
}

function byKey(event: KeyboardEvent, numbers: ReadonlyMap<AnsweredClaim, number>): void {
  const does = actionOf(event.key)
  if (does === undefined || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
  if ((event.target as Element).closest?.('input, select, textarea, dialog, [contenteditable]')) return
  event.preventDefault()
  does(numbers)
}

/** Returns the action of a key; undefined if it has none, such as a letter key while letter keys are switched off. */
function actionOf(key: string): ((numbers: ReadonlyMap<AnsweredClaim, number>) => void) | undefined {
  if (key === 'Escape' && currentClaim.value !== undefined) return returnToText
  if (!letterKeysEnabled.value) return undefined
  if (key === 'j') return (numbers) => stepClaims(1, numbers)
  if (key === 'k') return (numbers) => stepClaims(-1, numbers)
  if (key === 'c') return stepToContradicted
  if (key === 'r') return () => cardElement('.show-rows')?.click()
  return key === 'o' ? () => cardElement('details > summary')?.click() : undefined
}

/** Moves the focus from the card of a claim to its words in the text. */
function returnToText(): void {
  const mark = document.getElementById(`mark-${currentClaim.value}`)
  mark?.focus({ preventScroll: true })
  mark?.scrollIntoView({ block: 'nearest' })
}

/** Finds an element in the card of the current claim. */
function cardElement(part: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`#claim-${currentClaim.value} ${part}`)
}

/** Whether a claim is contradicted or only partly supported; an editor looks for these first. */
export function isFailing({ verdict }: AnsweredClaim): boolean {
  return verdict === 'contradicted' || verdict === 'partly'
}

/** Groups the claims by the index of their sentence. */
export function claimsBySentence({ claims }: Answer): Map<number, AnsweredClaim[]> {
  const found = new Map<number, AnsweredClaim[]>()
  for (const claim of claims) found.set(claim.sentence_index, [...(found.get(claim.sentence_index) ?? []), claim])
  return found
}
