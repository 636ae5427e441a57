import { effect, type Signal, untracked, useSignal } from '@preact/signals'
import type { ComponentChildren, RefObject } from 'preact'
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks'
import { Menu } from '../frame/menu.tsx'
import { maxChartWidth, theme } from '../theme.ts'
import { DataTable } from './data-table.tsx'
import { csvFile, type FigureData, metadataFile, pngFile, saveFile, svgFile } from './figure-files.ts'

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
}

/** Shows a chart with text alternative, and one menu with its table and downloads (PNG, SVG, CSV, metadata with citations, link). */
export function ChartFigure(props: ChartFigureProps) {
  const { name, title, alt, data, over, under } = props
  const holder = useRef<HTMLDivElement>(null)
  const asTable = useSignal(false)
  const id = useId()
  useDrawing(props, holder, asTable)
  const anchor = `figure-${name}`
  return (
    <figure id={anchor} aria-labelledby={id}>
      <figcaption>
        <span id={id}>{title}</span>
        <Menu label="Download" class="tools">
          <button type="button" data-choice aria-pressed={asTable.value} onClick={() => (asTable.value = !asTable.value)}>
            Table
          </button>
          <PictureFiles name={name} alt={alt} holder={holder} disabled={asTable.value} />
          <button type="button" data-choice onClick={() => saveFile(`${name}.csv`, csvFile(data))}>
            CSV
          </button>
          <button type="button" data-choice onClick={() => saveFile(`${name}.json`, metadataFile(name, alt, data))}>
            Metadata, citation
          </button>
          <FigureLink anchor={anchor} />
        </Menu>
      </figcaption>
      <div class="drawing" hidden={asTable.value}>
        <div ref={holder} role="img" aria-label={alt} />
        {over}
      </div>
      {asTable.value && <DataTable data={data} caption={alt} />}
      {under !== undefined && <p class="under">{under}</p>}
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
        const onPaper = maxChartWidth.value < Number.POSITIVE_INFINITY
        const room = width.value === 0 && onPaper ? holder.current!.clientWidth : width.value
        const drawnFor = { theme: theme.value, width: Math.min(room, maxChartWidth.value) }
        if (drawnFor.width === 0 || asTable.value) return
        untracked(() => holder.current?.replaceChildren(newest.current(drawnFor.width)))
        if (sought.current) holder.current?.parentElement?.scrollIntoView()
        sought.current = false
      }),
    [data, ...on],
  )
}

interface PictureFilesProps {
  readonly name: string
  readonly alt: string
  readonly holder: RefObject<HTMLDivElement | null>
  readonly disabled: boolean
}

function PictureFiles({ name, alt, holder, disabled }: PictureFilesProps) {
  const svg = (): SVGSVGElement | null => holder.current?.querySelector('svg') ?? null
  return (
    <>
      <button type="button" data-choice disabled={disabled} onClick={() => saveFile(`${name}.svg`, svgFile(svg(), alt))}>
        SVG
      </button>
      <button
        type="button"
        data-choice
        disabled={disabled}
        onClick={() => void pngFile(svg(), alt).then((picture) => saveFile(`${name}.png`, picture))}
      >
        PNG
      </button>
    </>
  )
}

/** A button that copies the URL of the page with this figure; if the browser forbids copying, shows the URL to copy by hand. */
function FigureLink({ anchor }: { readonly anchor: string }) {
  const copied = useSignal<string | undefined>(undefined)
  const forbidden = useSignal<string | undefined>(undefined)
  const copy = async (): Promise<void> => {
    const link = `${location.origin}${location.pathname}${location.search}#${anchor}`
    const done = await navigator.clipboard.writeText(link).then(
      () => true,
      () => false,
    )
    copied.value = done ? link : undefined
    forbidden.value = done ? undefined : link
    setTimeout(() => (copied.value = undefined), 5000)
  }
  return (
    <>
      <button type="button" onClick={() => void copy()}>
        {copied.value === undefined ? 'Link' : 'Link copied'}
      </button>
      {forbidden.value !== undefined && (
        <input
          type="text"
          readOnly
          aria-label="Link to this figure"
          value={forbidden.value}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </>
  )
}
