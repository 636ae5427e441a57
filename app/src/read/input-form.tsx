import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { urlOf } from '../route.ts'
import { LazyPart } from './lazy-part.tsx'
import { lastRequest, startReading } from './reading-state.ts'
import { sample } from './sample-text.ts'
import { inputName, type TextInput } from './text-input.ts'
import { refusedDrop, useDrop } from './use-drop.ts'
import { useFocusIfLost } from './use-focus-if-lost.ts'

const taken = '.txt,.md,.markdown,.html,.htm,.pdf,.docx,text/plain,text/markdown,text/html,application/pdf'

/** Shows the input form: type, paste or drop a text, choose a file, or give an address. */
export function InputForm() {
  const before = lastRequest.value
  const title = useSignal(before?.title ?? '')
  const date = useSignal(before?.date ?? '')
  const begin = (brought: TextInput): void => void startReading({ brought, title: title.value.trim(), date: date.value })
  const over = useDrop(begin)
  return (
    <section class={`bring${over.value ? ' over' : ''}`} aria-label="Bring a text">
      <p role="status" class="refused">
        {refusedDrop.value}
      </p>
      <PastedText onText={(text) => begin({ kind: 'text', text })}>
        <TitleAndDate title={title.value} date={date.value} onTitle={(text) => (title.value = text)} onDate={(day) => (date.value = day)} />
      </PastedText>
      <div class="grid">
        <ChosenFile onFile={(file) => begin({ kind: 'file', name: file.name, file })} />
        <Address onAddress={(address) => begin({ kind: 'address', address })} />
      </div>
      <Ways />
      <OneClaim />
    </section>
  )
}

const loadNewClaim = () => import('./correct/new-claim.tsx').then(({ NewClaim }) => NewClaim)

/** Offers a form for one claim without a text, which is loaded when it is unfolded. */
function OneClaim() {
  const open = useSignal(false)
  return (
    <details onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>Or put one claim together, without a text</summary>
      {open.value && <LazyPart load={loadNewClaim} props={{}} />}
    </details>
  )
}

interface AboutProps {
  readonly title: string
  readonly date: string
  readonly onTitle: (title: string) => void
  readonly onDate: (date: string) => void
}

/** Asks for title and date, as the text may lack them. */
function TitleAndDate({ title, date, onTitle, onDate }: AboutProps) {
  return (
    <div class="row about">
      <label>
        Title <span class="soft small">(optional)</span>
        <input type="text" maxLength={1000} value={title} onInput={(event) => onTitle(event.currentTarget.value)} />
      </label>
      <label>
        Day of the text <span class="soft small">(optional; “last year” is read against it)</span>
        <input
          type="date"
          value={date}
          max={new Date().toISOString().slice(0, 10)}
          onInput={(event) => onDate(event.currentTarget.value)}
        />
      </label>
    </div>
  )
}

interface PastedTextProps {
  readonly onText: (text: string) => void
  /** Stands between the text and its button. */
  readonly children: ComponentChildren
}

function PastedText({ onText, children }: PastedTextProps) {
  const brought = lastRequest.value?.brought
  const text = useSignal(brought?.kind === 'text' ? brought.text : '')
  const field = useRef<HTMLTextAreaElement>(null)
  useFocusIfLost(field)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onText(text.value)
      }}
    >
      <label>
        Paste or type a text in English, or drop a file on this page
        <textarea ref={field} rows={8} required value={text.value} onInput={(event) => (text.value = event.currentTarget.value)} />
      </label>
      {children}
      <button type="submit" class="main-action">
        Read the text
      </button>
    </form>
  )
}

function ChosenFile({ onFile }: { readonly onFile: (file: File) => void }) {
  const brought = lastRequest.value?.brought
  const chooser = useRef<HTMLInputElement>(null)
  return (
    <div>
      <label>
        Or choose a file <span class="soft small">(text, Markdown, HTML, PDF, DOCX)</span>
        <input
          ref={chooser}
          type="file"
          accept={taken}
          onChange={() => {
            const file = chooser.current?.files?.[0]
            if (file !== undefined) onFile(file)
          }}
        />
      </label>
      {brought?.kind === 'file' && (
        <button type="button" onClick={() => onFile(new File([brought.file], brought.name))}>
          Read {inputName(brought)} again
        </button>
      )}
    </div>
  )
}

function Address({ onAddress }: { readonly onAddress: (address: string) => void }) {
  const brought = lastRequest.value?.brought
  const address = useSignal(brought?.kind === 'address' ? brought.address : '')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onAddress(address.value.trim())
      }}
    >
      <label>
        Or an address <span class="soft small">(the only way that uses the network)</span>
        <input
          type="url"
          required
          pattern="https?://.+"
          title="an address that begins with http:// or https://"
          placeholder="https://"
          value={address.value}
          onInput={(event) => (address.value = event.currentTarget.value)}
        />
      </label>
      <button type="submit">Fetch and read</button>
    </form>
  )
}

function Ways() {
  const { title, date, text } = sample
  return (
    <p class="row">
      <button type="button" onClick={() => void startReading({ brought: { kind: 'text', text }, title, date })}>
        Try it with a sample
      </button>
      <span class="soft small">a short note of ours on China and Russia, partly wrong on purpose</span>
      <a class="small" href={urlOf('read', [], { due: '1' })}>
        Forecasts that were kept
      </a>
    </p>
  )
}
