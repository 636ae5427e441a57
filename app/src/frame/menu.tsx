import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

interface MenuProps {
  /** The word on the button. */
  readonly label: string
  readonly class?: string
  /** Whether it is open at first. */
  readonly open?: boolean
  /** Called when the menu is opened. */
  readonly onOpen?: () => void
  readonly children: ComponentChildren
}

/** A button that opens a short list of links and buttons. Escape, a choice, or a click elsewhere closes it; without scripts it opens too. */
export function Menu({ label, class: name = '', open = false, onOpen, children }: MenuProps) {
  const menu = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const leave = (event: Event): void => {
      if (menu.current?.open === true && !menu.current.contains(event.target as Node)) menu.current.open = false
    }
    const chosen = (event: Event): void => {
      if ((event.target as Element).closest('[data-choice]') !== null) close()
    }
    const own = menu.current
    own?.addEventListener('click', chosen)
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusin', leave)
    return () => {
      own?.removeEventListener('click', chosen)
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusin', leave)
    }
  }, [])
  const close = (): void => {
    if (menu.current?.open !== true) return
    menu.current.open = false
    menu.current.querySelector('summary')?.focus()
  }
  return (
    <details
      ref={menu}
      open={open}
      class={`menu no-print ${name}`}
      onToggle={(event) => event.currentTarget.open && onOpen?.()}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <summary class="button small">{label}</summary>
      <div class="menu-list">{children}</div>
    </details>
  )
}
