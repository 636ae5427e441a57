import { signal } from '@preact/signals'
import { forgetAnswers } from './client.ts'

/** What `/api/v1/record` tells. */
interface RecordInUse {
  readonly version: string
  readonly today: string
  readonly snapshot: { readonly id: string; readonly created: string }
  readonly why: string
}

/** The record that answers questions which name none; undefined until the server said. */
export const recordInUse = signal<RecordInUse | undefined>(undefined)

/** Asks the server which record it uses, and forgets older answers where it is another than before. */
export async function askRecord(): Promise<void> {
  const response = await fetch('/api/v1/record').catch(() => undefined)
  if (response === undefined || !response.ok) return
  const found = (await response.json()) as RecordInUse
  if (recordInUse.value !== undefined && recordInUse.value.snapshot.id !== found.snapshot.id) forgetAnswers()
  recordInUse.value = found
}

void askRecord()
addEventListener('focus', () => void askRecord())

/** At the foot of each page: which record this is, of what day. */
export function RecordNote() {
  const record = recordInUse.value
  if (record === undefined) return <p>Vis-à-vis</p>
  return (
    <p>
      Vis-à-vis {record.version} · record {record.snapshot.id} of {record.snapshot.created} · <a href="/data">sources and licences</a> ·{' '}
      <a href="/api/v1/openapi.json">API</a>
    </p>
  )
}
