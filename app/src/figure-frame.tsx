import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { DataTable } from './data-table.tsx'
import { csvOf, type FigureData, metadataOf, offer, pictureOf, vectorOf } from './figure-files.ts'
import { theme } from './theme.ts'

export interface FigureProps {
  /** Name of the files that are taken away, without ending. */
  readonly name: string
  readonly title: ComponentChildren
  /** What the picture shows, in a sentence made from its data. */
  readonly alt: string
  readonly data: FigureData
  /** Draws the picture so wide; called anew when width, theme or data change. */
  readonly draw: (width: number) => SVGElement | HTMLElement
  /** Whatever else `draw` rests on: it is drawn anew when any of it changes. */
  readonly on?: readonly unknown[]
  readonly under?: ComponentChildren
}

/** A chart with everything that belongs to it: its text alternative, its table, and what can be taken away (PNG, SVG, CSV, metadata with citation, link). */
export function Figure({ name, title, alt, data, draw, on = [], under }: FigureProps) {
  const holder = useRef<HTMLDivElement>(null)
  const asTable = useSignal(false)
  const width = useSignal(0)
  const copied = useSignal(false)
  const id = useId()
  useEffect(() => {
    const element = holder.current
    if (element === null) return
    const watcher = new ResizeObserver(([entry]) => {
      width.value = Math.floor(entry!.contentRect.width)
    })
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [])
  useEffect(() => {
    if (width.value > 0 && !asTable.value) holder.current?.replaceChildren(draw(width.value))
  }, [width.value, theme.value, asTable.value, data, ...on])
  const svg = (): SVGSVGElement | null => holder.current?.querySelector('svg') ?? null
  return (
    <figure aria-labelledby={id}>
      <figcaption id={id}>{title}</figcaption>
      <div ref={holder} role="img" aria-label={alt} hidden={asTable.value} />
      {asTable.value && <DataTable data={data} caption={alt} />}
      {under !== undefined && <p class="under">{under}</p>}
      <div class="tools">
        <button type="button" aria-pressed={asTable.value} onClick={() => (asTable.value = !asTable.value)}>
          Table
        </button>
        <button type="button" disabled={asTable.value} onClick={() => offer(`${name}.svg`, vectorOf(svg(), alt))}>
          SVG
        </button>
        <button
          type="button"
          disabled={asTable.value}
          onClick={() => void pictureOf(svg(), alt).then((picture) => offer(`${name}.png`, picture))}
        >
          PNG
        </button>
        <button type="button" onClick={() => offer(`${name}.csv`, csvOf(data))}>
          CSV
        </button>
        <button type="button" onClick={() => offer(`${name}.json`, metadataOf(name, alt, data))}>
          Metadata, citation
        </button>
        <button
          type="button"
          onClick={() =>
            void navigator.clipboard.writeText(`${location.href}`).then(() => {
              copied.value = true
            })
          }
        >
          {copied.value ? 'Link copied' : 'Link'}
        </button>
      </div>
    </figure>
  )
}
