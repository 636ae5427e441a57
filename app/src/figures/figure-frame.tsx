import { effect, type Signal, untracked, useSignal } from '@preact/signals'
import type { ComponentChildren, RefObject } from 'preact'
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks'
import { isEmbed } from '../route.ts'
import { drawnIn, isPrinting, theme, widthOnPaper } from '../theme.ts'
import { DataTable } from './data-table.tsx'
import type { EmbedOffer } from './embed-offer.ts'
import type { FigureData } from './figure-files.ts'
import { FigureMenu } from './figure-menu.tsx'

export interface ChartFigureProps {
  /** Name of downloaded files, without extension. */
  readonly name: string
  readonly title: ComponentChildren
  /** Text alternative, generated from the data. */
  readonly alt: string
  readonly data: FigureData
  /** Draws the chart at this width; called again when width, theme or data change. */
  readonly draw: (width: number) => SVGElement | HTMLElement
  /** Further values that `draw` depends on; a change redraws the chart. */
  readonly on?: readonly unknown[]
  /** What lies over the chart, such as buttons at its marks. */
  readonly over?: ComponentChildren
  readonly under?: ComponentChildren
  /** Returns how the chart is shown alone in another page; without it the menu offers no code for that. */
  readonly embed?: () => EmbedOffer
}

/** Shows a chart with text alternative, and one menu with its table and downloads (PNG, SVG, CSV, metadata with citations, link, code). On paper, and alone in the frame of another page, it names its sources instead. */
export function ChartFigure(props: ChartFigureProps) {
  const { name, title, alt, data, over, under, embed } = props
  const holder = useRef<HTMLDivElement>(null)
  const asTable = useSignal(false)
  const id = useId()
  useDrawing(props, holder, asTable)
  const anchor = `figure-${name}`
  return (
    <figure id={anchor} aria-labelledby={id}>
      <figcaption>
        <span id={id}>{title}</span>
        {!isEmbed && (
          <FigureMenu {...{ name, alt, data, anchor, asTable, embed }} drawing={() => holder.current?.querySelector('svg') ?? null} />
        )}
      </figcaption>
      <div class="drawing" hidden={asTable.value}>
        <div ref={holder} role="img" aria-label={alt} />
        {over}
      </div>
      {asTable.value && <DataTable data={data} caption={alt} />}
      {under !== undefined && <p class="under">{under}</p>}
      <SourceLine sources={data.sources} />
    </figure>
  )
}

/** Redraws the chart when width, theme or data change. A theme change redraws at once, because printing does not wait. */
function useDrawing(
  { name, data, draw, on = [] }: ChartFigureProps,
  holder: RefObject<HTMLDivElement | null>,
  asTable: Signal<boolean>,
): void {
  const width = useSignal(0)
  const newest = useRef(draw)
  newest.current = draw
  const sought = useRef(location.hash === `#figure-${name}`)
  useEffect(() => {
    const watcher = new ResizeObserver(([entry]) => {
      width.value = Math.floor(entry!.contentRect.width)
    })
    watcher.observe(holder.current!)
    return () => watcher.disconnect()
  }, [])
  // draws before the browser paints this layout, because printing does not wait for a later frame
  useLayoutEffect(
    () =>
      effect(() => {
        const paper = isPrinting.value
        const drawnFor = { theme: theme.value, width: paper ? widthOnPaper(holder.current!) : width.value }
        if (drawnFor.width === 0 || asTable.value) return
        untracked(() => holder.current?.replaceChildren(drawnIn(holder.current, () => newest.current(drawnFor.width))))
        if (sought.current) holder.current?.parentElement?.scrollIntoView()
        sought.current = false
      }),
    [data, ...on],
  )
}

/** Sources that are named below a chart alone. */
const mostNamed = 3

/** Names the sources of a chart where no list of sources follows: on paper, and in the frame of another page. */
function SourceLine({ sources }: Pick<FigureData, 'sources'>) {
  const titles = [...new Set(sources.map(({ title }) => title))]
  if (titles.length === 0) return null
  const named = titles.length > mostNamed + 1 ? [...titles.slice(0, mostNamed), `${titles.length - mostNamed} more`] : titles
  return (
    <p class={isEmbed ? 'under source-line' : 'under source-line print-only'}>
      {named.length === 1 ? 'Source' : 'Sources'}: {named.join('; ')}.
    </p>
  )
}
