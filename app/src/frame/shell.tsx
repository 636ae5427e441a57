import { useSignal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { views } from '../../../src/server/pages/view-names.ts'
import { Finder } from '../finder/finder.tsx'
import { type Route, route, urlOf, type View } from '../route.ts'
import { RowsDialog } from '../rows/rows-dialog.tsx'
import { theme, toggleTheme } from '../theme.ts'
import { NotLoaded } from './not-loaded.tsx'
import { RecordNote } from './record-note.tsx'
import { ServerNote } from './server-note.tsx'

/** A page of the application: a view, the start page (`first`), or the page of the components, which the navigation leaves out. */
type Page = View | 'first' | 'design'

const titles: Readonly<Record<View | 'design', string>> = {
  dyad: 'Dyad',
  world: 'World',
  read: 'Read',
  compare: 'Compare',
  'what-if': 'What if',
  routes: 'Routes',
  'track-record': 'Track record',
  data: 'Data',
  method: 'Method',
  design: 'Components',
}

/** Functions that load the views, each when it is first needed. */
const loaders: Readonly<Record<Page, () => Promise<ComponentType>>> = {
  first: async () => (await import('../views/start.tsx')).StartView,
  dyad: async () => (await import('../views/dyad.tsx')).DyadView,
  world: async () => (await import('../views/world.tsx')).WorldView,
  read: async () => (await import('../views/read.tsx')).ReadView,
  compare: async () => (await import('../views/compare.tsx')).CompareView,
  'what-if': async () => (await import('../views/what-if.tsx')).WhatIfView,
  routes: async () => (await import('../views/routes.tsx')).RoutesView,
  'track-record': async () => (await import('../views/track-record.tsx')).TrackRecordView,
  data: async () => (await import('../views/data.tsx')).DataPage,
  method: async () => (await import('../views/method.tsx')).MethodView,
  design: async () => (await import('../views/design.tsx')).DesignPage,
}

/** Shows the frame of every page: navigation, finder and record. */
export function Shell() {
  const { view, parts } = route.value
  const renewed = useSignal(0)
  useFocusOnArrival(`${view}/${parts.join('/')}`)
  const page = view === 'dyad' && parts.length < 2 ? 'first' : view
  return (
    <>
      <a class="skip" href="#main">
        To the content
      </a>
      <Top view={page === 'first' ? undefined : view} />
      <ServerNote onRenew={() => renewed.value++} />
      <main id="main" tabIndex={-1}>
        {page === 'unknown' ? <NotFound /> : <Loaded key={`${page} ${renewed.value}`} page={page} />}
      </main>
      <RowsDialog />
      <footer class="foot">
        <RecordNote />
      </footer>
    </>
  )
}

function Top({ view }: { readonly view: Route['view'] | undefined }) {
  return (
    <header class="top">
      <div>
        <a class="brand" href="/">
          Vis-à-vis
        </a>
        <nav aria-label="Pages">
          {views.map((one) => (
            <a key={one} href={urlOf(one)} aria-current={one === view ? 'page' : undefined}>
              {titles[one]}
            </a>
          ))}
        </nav>
        <Finder />
        <button type="button" class="right" onClick={toggleTheme} aria-pressed={theme.value === 'dark'}>
          Dark
        </button>
      </div>
    </header>
  )
}

/** Moves the focus to the content after navigation to another page; a change of the query does not count. */
function useFocusOnArrival(address: string): void {
  const before = useRef(address)
  useLayoutEffect(() => {
    if (before.current === address) return
    before.current = address
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [address])
}

function Loaded({ page }: { readonly page: Page }) {
  const found = useSignal<ComponentType | undefined>(undefined)
  const failed = useSignal(false)
  // before the first frame is painted: the module is fetched meanwhile
  useLayoutEffect(() => {
    if (page !== 'first') document.title = `${titles[page]} – Vis-à-vis`
    loaders[page]().then(
      (Component) => {
        found.value = Component
      },
      () => {
        failed.value = true
      },
    )
  }, [page])
  const Component = found.value
  if (failed.value) return <NotLoaded />
  return Component === undefined ? <p class="waiting">Loading …</p> : <Component />
}

function NotFound() {
  useEffect(() => {
    document.title = 'No such page – Vis-à-vis'
  }, [])
  return (
    <>
      <h1>There is no such page</h1>
      <p>
        Nothing is at <code>{location.pathname}</code>. The pages are above; a pair is at <code>/dyad/CHN/RUS</code>, or is found by the
        field above.
      </p>
      <p>
        <a href="/">To the first page</a>
      </p>
    </>
  )
}
