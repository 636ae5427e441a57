import { useEffect, useRef } from 'preact/hooks'
import { verdictSigns } from '../../../src/server/wording.ts'
import { currentClaim, goToClaim, letterKeysEnabled, shownClaims, stepClaims, stepToContradicted } from './claim-navigation.ts'
import type { AnsweredClaim } from './reading-state.ts'

/** Shows all claims as a row of signs that stays in view, with navigation by key, button or click. */
export function ClaimList({ numbers }: { readonly numbers: ReadonlyMap<AnsweredClaim, number> }) {
  const shown = shownClaims(numbers)
  const now = currentClaim.value
  const at = shown.findIndex(([, number]) => number === now)
  if (numbers.size === 0) return null
  const contradicted = [...numbers.keys()].some(({ verdict }) => verdict === 'contradicted')
  return (
    <nav class="claim-list no-print" aria-label="Claims">
      <Step letter="k" disabled={at === 0} onClick={() => stepClaims(-1, numbers)}>
        Previous
      </Step>
      <Step letter="j" disabled={at === shown.length - 1} onClick={() => stepClaims(1, numbers)}>
        Next
      </Step>
      {contradicted && (
        <Step letter="c" disabled={false} onClick={() => stepToContradicted(numbers)}>
          Next contradicted
        </Step>
      )}
      <Signs shown={shown} now={at < 0 ? undefined : now} numbers={numbers} />
    </nav>
  )
}

interface StepProps {
  readonly letter: string
  readonly disabled: boolean
  readonly onClick: () => void
  readonly children: string
}

function Step({ letter, disabled, onClick, children }: StepProps) {
  const keys = letterKeysEnabled.value ? letter : undefined
  return (
    <button type="button" disabled={disabled} onClick={onClick} aria-keyshortcuts={keys}>
      {children}{' '}
      {keys !== undefined && (
        <span class="letter" aria-hidden="true">
          {keys}
        </span>
      )}
    </button>
  )
}

interface SignsProps {
  readonly shown: readonly [AnsweredClaim, number][]
  readonly now: number | undefined
  readonly numbers: ReadonlyMap<AnsweredClaim, number>
}

function Signs({ shown, now, numbers }: SignsProps) {
  const list = useRef<HTMLUListElement>(null)
  // only one sign is a tab stop; arrow keys move between the signs
  const stop = now ?? shown[0]?.[1]
  useEffect(() => inSight(list.current), [now, shown.length])
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = arrowed(event.key, list.current?.querySelectorAll('a'))
    if (to === undefined) return
    event.preventDefault()
    to.focus()
  }
  return (
    <ul ref={list} onKeyDown={onKeyDown}>
      {shown.map(([claim, number]) => (
        <li key={number}>
          <a
            href={`#claim-${number}`}
            class={claim.verdict!}
            tabIndex={number === stop ? 0 : -1}
            aria-current={number === now ? 'true' : undefined}
            aria-label={`claim ${number}: ${claim.verdict}`}
            onClick={() => goToClaim(number, numbers)}
          >
            {verdictSigns[claim.verdict!]}
            {number}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** Scrolls the list, not the page, so that the current claim is visible. */
function inSight(list: HTMLUListElement | null): void {
  const sign = list?.querySelector<HTMLElement>('[aria-current]')
  if (!list || !sign) return
  const [within, own] = [list.getBoundingClientRect(), sign.getBoundingClientRect()]
  if (own.left < within.left || own.right > within.right) list.scrollLeft += own.left - within.left - within.width / 2
}

function arrowed(key: string, all: NodeListOf<HTMLElement> | undefined): HTMLElement | undefined {
  const links = [...(all ?? [])]
  const at = links.indexOf(document.activeElement as HTMLElement)
  if (key === 'ArrowRight' || key === 'ArrowDown') return links[Math.min(links.length - 1, at + 1)]
  if (key === 'ArrowLeft' || key === 'ArrowUp') return links[Math.max(0, at - 1)]
  return key === 'Home' ? links[0] : key === 'End' ? links.at(-1) : undefined
}

/** Shows help on the keys, and a switch for the letter keys. */
export function KeyHelp() {
  return (
    <p class="keys small no-print">
      <label>
        <input type="checkbox" checked={letterKeysEnabled.value} onChange={() => (letterKeysEnabled.value = !letterKeysEnabled.value)} />{' '}
        Letters as keys:
      </label>{' '}
      <kbd>j</kbd> next claim, <kbd>k</kbd> the one before, <kbd>c</kbd> next contradicted, <kbd>o</kbd> opens how a claim was understood,{' '}
      <kbd>r</kbd> its rows. <kbd>Esc</kbd> leads from a card back to the words.
    </p>
  )
}
