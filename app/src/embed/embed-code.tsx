import { render } from 'preact'
import { useRef } from 'preact/hooks'
import { CopyButton } from '../data/copy-button.tsx'
import type { EmbedOffer } from '../figures/embed-offer.ts'
import { recordInUse } from '../frame/record-note.tsx'
import { embedSnippet } from './embed-snippet.ts'
import './embed-code.css'

interface EmbeddedChart extends EmbedOffer {
  readonly title: string
  /** Height of the chart on this page in pixels. */
  readonly height: number
}

/** Opens a dialog with the code that shows a chart in another page, and the address of its picture if the server draws one. */
export function showEmbedCode(chart: EmbeddedChart): void {
  const dialog = document.createElement('dialog')
  dialog.className = 'embed-code'
  dialog.setAttribute('aria-labelledby', 'embed-code-title')
  document.body.append(dialog)
  render(<EmbedCode chart={chart} />, dialog)
  dialog.addEventListener('close', () => {
    render(null, dialog)
    dialog.remove()
  })
  dialog.showModal()
}

/** Room of the heading, the sources and the link around a chart alone, in pixels. */
const roomAround = 70

function EmbedCode({ chart: { address, picture, title, height } }: { readonly chart: EmbeddedChart }) {
  const site = recordInUse.value?.site
  const origin = site?.address ?? location.origin
  const code = embedSnippet({ url: origin + address, title, height: Math.max(240, height + roomAround) })
  return (
    <>
      <h2 id="embed-code-title">Embed this chart</h2>
      <p>
        Paste this into a page. The chart takes the width of its place and keeps up with the record. The script adjusts its height, and its
        light or dark colours to those of the page.
      </p>
      <CodeField label="HTML" what="code" text={code} rows={5} />
      {site === undefined && (
        <p class="small">
          This server answers on this machine only, so the code works in pages on it, such as a notebook. For other sites, take the code
          from a public server.
        </p>
      )}
      {picture !== undefined && site?.drawsPng === true && (
        <CodeField label="Picture for slides (PNG)" what="address" text={origin + picture} rows={1} />
      )}
      <form method="dialog" class="row">
        <button type="submit">Close</button>
        <a href={address} target="_blank" rel="noopener">
          See the chart alone
        </a>
      </form>
    </>
  )
}

interface CodeFieldProps {
  readonly label: string
  /** What is copied, in a word. */
  readonly what: string
  readonly text: string
  readonly rows: number
}

function CodeField({ label, what, text, rows }: CodeFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  return (
    <div class="code-field">
      <label>
        {label}
        <textarea ref={field} readOnly rows={rows} value={text} onFocus={() => field.current?.select()} spellcheck={false} />
      </label>
      <CopyButton what={what} text={() => text} />
    </div>
  )
}
