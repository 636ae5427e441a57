import { signal } from '@preact/signals'
import { clearAnswers } from '../api/client.ts'
import { displayUrl, isEmbed } from '../route.ts'

/** The answer of `/api/v1/record`. */
interface RecordInUse {
  readonly version: string
  readonly today: string
  readonly snapshot: { readonly id: string; readonly created: string }
  readonly why: string
  /** Whether the record is not the expected one; `why` gives the reason. */
  readonly unexpected: boolean
  /** Of a server that is open to the public: its address, if it was given one, and whether it draws PNG. */
  readonly site?: { readonly address?: string; readonly drawsPng: boolean }
}

/** The record that the server uses by default; undefined until known. */
export const recordInUse = signal<RecordInUse | undefined>(undefined)

/** Whether the server responded to the last poll. */
export const serverAnswers = signal(true)

/** Whether the record changed while the page was open, so that the page shows the old record. */
export const recordChanged = signal(false)

/** Counts how often the record changed while the page was open; pages about the record reload with each change. */
export const recordChanges = signal(0)

/** Whether the server was replaced by another version while the page was open. */
export const otherVersion = signal(false)

/** Asks the server which record it uses, and clears the cache if the record changed. */
export async function pollRecord(): Promise<void> {
  const response = await fetch('/api/v1/record').catch(() => undefined)
  serverAnswers.value = response !== undefined
  if (response === undefined || !response.ok) return
  const found = (await response.json().catch(() => undefined)) as RecordInUse | undefined
  if (found?.snapshot === undefined) return
  const before = recordInUse.value
  if (before !== undefined && before.version !== found.version) otherVersion.value = true
  if (before?.snapshot.id === found.snapshot.id) return
  if (before !== undefined) {
    clearAnswers()
    recordChanged.value = true
    recordChanges.value++
  }
  recordInUse.value = found
}

/** Milliseconds between polls: normally, and while the server is silent. */
const [usually, whenSilent] = [5000, 1500]

async function watch(): Promise<void> {
  if (document.visibilityState === 'visible') await pollRecord()
  setTimeout(() => void watch(), serverAnswers.value ? usually : whenSilent)
}

// a chart in the frame of another site asks once: many readers of that site would poll
if (isEmbed) void pollRecord()
else {
  void watch()
  addEventListener('focus', () => void pollRecord())
}

// the foot of each printed page, which the style sheet for print writes
addEventListener('beforeprint', () => {
  const record = recordInUse.value
  const parts = ['Vis-à-vis', ...(record === undefined ? [] : [`record of ${record.snapshot.created.slice(0, 10)}`]), displayUrl()]
  const printed = `printed ${new Date().toISOString().slice(0, 10)}`
  const root = document.documentElement
  root.style.setProperty('--paper-foot', JSON.stringify([...parts, printed].join(' · ')))
  // a browser that knows the margins of a sheet writes it on each, and the foot of the page is left out
  root.toggleAttribute('data-paper-foot', 'CSSMarginRule' in window)
})

/** Shows in the footer which record is in use, and its date. */
export function RecordNote() {
  const record = recordInUse.value
  if (record === undefined) return <p>Vis-à-vis</p>
  return (
    <p>
      Vis-à-vis {record.version} · record {record.snapshot.id} of {record.snapshot.created.slice(0, 10)}
      {record.unexpected && ` (${record.why})`}{' '}
      <span class="no-print">
        · <a href="/data">sources and licences</a> · <a href="/api/v1/openapi.json">API</a>
      </span>
      <span class="print-only">
        · {displayUrl()} · {record.today}
      </span>
    </p>
  )
}
