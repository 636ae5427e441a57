import type { Signal } from '@preact/signals'
import { useSignal } from '@preact/signals'
import { Menu } from '../frame/menu.tsx'
import type { EmbedOffer } from './embed-offer.ts'
import { csvFile, type FigureData, metadataFile, pngFile, saveFile, svgFile } from './figure-files.ts'

interface FigureMenuProps {
  /** Name of downloaded files, without extension. */
  readonly name: string
  readonly alt: string
  readonly data: FigureData
  /** Returns the drawing; null where there is none. */
  readonly drawing: () => SVGSVGElement | null
  /** Fragment of the URL that leads to the figure. */
  readonly anchor: string
  /** Whether the table is shown; without it the menu has no table. */
  readonly asTable?: Signal<boolean>
  /** Returns how the chart is embedded; without it the menu offers no code. */
  readonly embed?: (() => EmbedOffer) | undefined
}

/** The one menu of a chart: its table, its files, its link, and the code that shows it in another page. */
export function FigureMenu({ name, alt, data, drawing, anchor, asTable, embed }: FigureMenuProps) {
  const isTable = asTable?.value === true
  return (
    <Menu label="Download" class="tools">
      {asTable !== undefined && (
        <button type="button" data-choice aria-pressed={isTable} onClick={() => (asTable.value = !isTable)}>
          Table
        </button>
      )}
      <button type="button" data-choice disabled={isTable} onClick={() => saveFile(`${name}.svg`, svgFile(drawing(), alt))}>
        SVG
      </button>
      <button
        type="button"
        data-choice
        disabled={isTable}
        onClick={() => void pngFile(drawing(), alt).then((picture) => saveFile(`${name}.png`, picture))}
      >
        PNG
      </button>
      <button type="button" data-choice onClick={() => saveFile(`${name}.csv`, csvFile(data))}>
        CSV
      </button>
      <button type="button" data-choice onClick={() => saveFile(`${name}.json`, metadataFile(name, alt, data))}>
        Metadata, citation
      </button>
      {embed !== undefined && (
        <button type="button" data-choice onClick={() => void openCode(document.getElementById(anchor), embed())}>
          Embed
        </button>
      )}
      <FigureLink anchor={anchor} />
    </Menu>
  )
}

async function openCode(figure: HTMLElement | null, offer: EmbedOffer): Promise<void> {
  const { showEmbedCode } = await import('../embed/embed-code.tsx')
  const caption = figure?.querySelector('figcaption > span, h2 > span')?.textContent ?? ''
  showEmbedCode({ ...offer, title: [offer.about, caption].filter(Boolean).join(': '), height: figure?.clientHeight ?? 0 })
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
