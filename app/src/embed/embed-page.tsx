import { useSignal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useEffect } from 'preact/hooks'
import { NotLoaded } from '../frame/not-loaded.tsx'
import { recordInUse } from '../frame/record-note.tsx'
import { type Route, route } from '../route.ts'
import { followHostPage } from './host-page.ts'
import './embed.css'

/** What a chart alone is part of. */
type Whole = 'pair' | 'home' | 'world' | 'communities'

const loaders: Readonly<Record<Whole, () => Promise<ComponentType>>> = {
  pair: async () => (await import('./pair-embed.tsx')).PairEmbed,
  home: async () => (await import('./home-embed.tsx')).HomeEmbed,
  world: async () => (await import('./world-embed.tsx')).WorldEmbed,
  communities: async () => (await import('./communities-embed.tsx')).CommunitiesEmbed,
}

/** One chart alone, for the frame of another page: with its title, its sources and a link to the full page. */
export function EmbedPage() {
  const whole = wholeOf(route.value)
  const found = useSignal<ComponentType | undefined>(undefined)
  const failed = useSignal(false)
  useEffect(() => {
    openLinksElsewhere()
    followHostPage()
    loaders[whole]().then(
      (Component) => {
        found.value = Component
      },
      () => {
        failed.value = true
      },
    )
  }, [])
  const Component = found.value
  return (
    <main id="main" class="embed">
      {failed.value ? <NotLoaded what="The chart" /> : Component === undefined ? <p class="waiting">Loading …</p> : <Component />}
      <EmbedFoot whole={whole} />
    </main>
  )
}

function wholeOf({ view, parts, query }: Route): Whole {
  if (view === 'world') return query['show'] === 'communities' ? 'communities' : 'world'
  return parts.length === 2 ? 'pair' : 'home'
}

/** A link of a framed chart opens a page of its own, not one inside the frame. */
function openLinksElsewhere(): void {
  const base = document.createElement('base')
  base.target = '_blank'
  document.head.append(base)
}

function EmbedFoot({ whole }: { readonly whole: Whole }) {
  const created = recordInUse.value?.snapshot.created.slice(0, 10)
  return (
    <p class="embed-foot">
      <a href={fullPage(whole)}>Full page</a>
      <span>Vis-à-vis{created !== undefined && `, record of ${created}`}</span>
    </p>
  )
}

/** Returns the address of the page that the chart is part of, at the chart. */
function fullPage(whole: Whole): string {
  const { parts, query } = route.value
  const { embed, theme: _, ...kept } = query
  const search = new URLSearchParams(kept).toString()
  const anchor = whole === 'pair' ? `#figure-${parts.join('-')}-${embed}` : ''
  return `${location.pathname}${search === '' ? '' : `?${search}`}${anchor}`
}
