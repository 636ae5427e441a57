import { useSignal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Finder } from './finder.tsx'
import { addressOf, place, type View, views } from './place.ts'
import { RecordNote } from './record-note.tsx'
import { RowsDialog } from './rows-dialog.tsx'
import { theme, toggleTheme } from './theme.ts'

const titles: Readonly<Record<View, string>> = {
  dyad: 'Dyad',
  world: 'World',
  read: 'Read',
  compare: 'Compare',
  data: 'Data',
  method: 'Method',
}

/** Each view is fetched when it is first opened. */
const loaders: Readonly<Record<View, () => Promise<ComponentType>>> = {
  dyad: async () => (await import('./views/dyad.tsx')).DyadView,
  world: async () => (await import('./views/world.tsx')).WorldView,
  read: async () => (await import('./views/read.tsx')).ReadView,
  compare: async () => (await import('./views/compare.tsx')).CompareView,
  data: async () => (await import('./views/data.tsx')).DataPage,
  method: async () => (await import('./views/method.tsx')).MethodView,
}

/** The frame of every page: where one can go, the finder, and what the answers rest on. */
export function Shell() {
  const { view } = place.value
  return (
    <>
      <a class="skip" href="#main">
        To the content
      </a>
      <header class="top">
        <div>
          <a class="brand" href="/">
            Vis-à-vis
          </a>
          <nav aria-label="Pages">
            {views.map((one) => (
              <a key={one} href={addressOf(one)} aria-current={one === view ? 'page' : undefined}>
                {titles[one]}
              </a>
            ))}
          </nav>
          <Finder />
          <span class="right">
            <button type="button" onClick={toggleTheme} aria-pressed={theme.value === 'dark'}>
              Dark
            </button>
          </span>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {view === 'unknown' ? <Nowhere /> : <Loaded key={view} view={view} />}
      </main>
      <RowsDialog />
      <footer class="foot">
        <RecordNote />
      </footer>
    </>
  )
}

function Loaded({ view }: { readonly view: View }) {
  const found = useSignal<ComponentType | undefined>(undefined)
  const failed = useSignal(false)
  const first = useRef(true)
  useEffect(() => {
    document.title = `${titles[view]} – Vis-à-vis`
    loaders[view]().then(
      (Component) => {
        found.value = Component
      },
      () => {
        failed.value = true
      },
    )
    if (!first.current) document.getElementById('main')?.focus()
    first.current = false
  }, [view])
  const Component = found.value
  if (failed.value) return <p class="problem">This page could not be loaded. Is visavis serve still running? Then load the page again.</p>
  return Component === undefined ? <p class="waiting">Loading …</p> : <Component />
}

function Nowhere() {
  return (
    <>
      <h1>There is no such page</h1>
      <p>
        <a href="/">To the first page</a>
      </p>
    </>
  )
}
