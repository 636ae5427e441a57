import { signal } from '@preact/signals'
import { forgetAnswers } from '../asking/client.ts'
import { addressShown } from '../place.ts'

/** What `/api/v1/record` tells. */
interface RecordInUse {
  readonly version: string
  readonly today: string
  readonly snapshot: { readonly id: string; readonly created: string }
  readonly why: string
  /** The record is not what one would expect: `why` says what is amiss. */
  readonly unexpected: boolean
}

/** The record that answers questions which name none; undefined until the server said. */
export const recordInUse = signal<RecordInUse | undefined>(undefined)

/** Whether the server answered when it was asked last. */
export const answering = signal(true)

/** Whether another record came into use while a page stood open: what it shows is of the one before. */
export const recordChanged = signal(false)

/** How often that happened: pages of the record begin anew with each. */
export const recordChanges = signal(0)

/** Whether a server of another version came to stand behind a page that was open. */
export const otherVersion = signal(false)

/** Asks the server which record it uses, and forgets older answers where it is another than before. */
export async function askRecord(): Promise<void> {
  const response = await fetch('/api/v1/record').catch(() => undefined)
  answering.value = response !== undefined
  if (response === undefined || !response.ok) return
  const found = (await response.json().catch(() => undefined)) as RecordInUse | undefined
  if (found?.snapshot === undefined) return
  const before = recordInUse.value
  if (before !== undefined && before.version !== found.version) otherVersion.value = true
  if (before?.snapshot.id === found.snapshot.id) return
  if (before !== undefined) {
    forgetAnswers()
    recordChanged.value = true
    recordChanges.value++
  }
  recordInUse.value = found
}

/** Milliseconds between two questions: whether the server is there, and whether its record changed. */
const [usually, whenSilent] = [5000, 1500]

async function watch(): Promise<void> {
  if (document.visibilityState === 'visible') await askRecord()
  setTimeout(() => void watch(), answering.value ? usually : whenSilent)
}

void watch()
addEventListener('focus', () => void askRecord())

/** At the foot of each page: which record this is, of what day. */
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
        · {addressShown()} · {record.today}
      </span>
    </p>
  )
}
