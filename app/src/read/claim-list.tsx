import { useRef } from 'preact/hooks'
import { signs } from '../../../src/server/wording.ts'
import type { Claim } from './reading.ts'
import { currentClaim, goToClaim, lettersMove, shownClaims, step } from './walk.ts'

/** All claims as a line of signs that stays in sight: by key, by button or by a click from one to the next. */
export function ClaimList({ numbers }: { readonly numbers: ReadonlyMap<Claim, number> }) {
  const shown = shownClaims(numbers)
  const now = currentClaim.value
  const at = shown.findIndex(([, number]) => number === now)
  if (numbers.size === 0) return null
  return (
    <nav class="claim-list no-print" aria-label="Claims">
      <button type="button" disabled={at === 0} onClick={() => step(-1, numbers)}>
        Previous
      </button>
      <button type="button" disabled={at === shown.length - 1} onClick={() => step(1, numbers)}>
        Next
      </button>
      <Signs shown={shown} now={at < 0 ? undefined : now} numbers={numbers} />
      <Keys />
    </nav>
  )
}

interface SignsProps {
  readonly shown: readonly [Claim, number][]
  readonly now: number | undefined
  readonly numbers: ReadonlyMap<Claim, number>
}

function Signs({ shown, now, numbers }: SignsProps) {
  const list = useRef<HTMLUListElement>(null)
  // one stop of the tabulator for all: arrows go from sign to sign
  const stop = now ?? shown[0]?.[1]
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
            {signs[claim.verdict!]}
            {number}
          </a>
        </li>
      ))}
    </ul>
  )
}

function arrowed(key: string, all: NodeListOf<HTMLElement> | undefined): HTMLElement | undefined {
  const links = [...(all ?? [])]
  const at = links.indexOf(document.activeElement as HTMLElement)
  if (key === 'ArrowRight' || key === 'ArrowDown') return links[Math.min(links.length - 1, at + 1)]
  if (key === 'ArrowLeft' || key === 'ArrowUp') return links[Math.max(0, at - 1)]
  return key === 'Home' ? links[0] : key === 'End' ? links.at(-1) : undefined
}

function Keys() {
  return (
    <label class="keys small">
      <input type="checkbox" checked={lettersMove.value} onChange={() => (lettersMove.value = !lettersMove.value)} /> keys <kbd>j</kbd>{' '}
      next, <kbd>k</kbd> previous
    </label>
  )
}
