import type { ComponentChildren } from 'preact'

const themes = ['light', 'dark'] as const

interface PanesProps {
  readonly title: string
  readonly note?: string
  /** Whether the panes stand one below the other, each with the whole width. */
  readonly wide?: boolean
  /** Draws the sample; called once for each theme. */
  readonly children: (theme: (typeof themes)[number]) => ComponentChildren
}

/** One component in one state, in both themes. */
export function Panes({ title, note, wide = false, children }: PanesProps) {
  return (
    <>
      <h3>{title}</h3>
      {note !== undefined && <p class="small soft">{note}</p>}
      <div class={wide ? 'panes wide' : 'panes'}>
        {themes.map((theme) => (
          <div key={theme} class="pane" data-theme={theme}>
            {children(theme)}
          </div>
        ))}
      </div>
    </>
  )
}
