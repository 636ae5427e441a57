import { parentPort, workerData } from 'node:worker_threads'
import nlp from 'compromise'
import { readDocument, sentencesOf } from '../src/claims/documents.ts'
import { readClaims } from '../src/claims/read-claims.ts'
import { testClaims } from '../src/claims/testers.ts'
import { sourceCards } from '../src/sources/index.ts'
import { findSnapshot, openSnapshot } from '../src/store/index.ts'

/** What a thread is given: texts, and how far to go with them. */
export interface TextWork {
  readonly texts: readonly string[]
  readonly stage: 'read' | 'test' | 'peer'
}

/** What came out. */
export interface TextCount {
  readonly claims: number
  readonly answered: number
}

const date = '2024-05-01'
const { texts, stage } = workerData as TextWork
let claims = 0
let answered = 0
if (stage === 'peer') for (const text of texts) nlp(text).sentences().json()
else await ours()
parentPort!.postMessage({ claims, answered } satisfies TextCount)

async function ours(): Promise<void> {
  const { directory } = await findSnapshot({ snapshot: undefined, asOf: undefined, env: {} })
  const snapshot = await openSnapshot(directory)
  const cards = new Map(sourceCards.map((card) => [card.id, card]))
  for (const text of texts) {
    const document = await readDocument({ bytes: new TextEncoder().encode(text), name: 'text.txt' })
    const sentences = sentencesOf(document).map((sentence) => sentence.text)
    const read = readClaims(sentences, date)
    claims += read.filter(({ checkable }) => checkable).length
    if (stage === 'read') continue
    const tested = await testClaims(read, { snapshot, date, today: '2026-11-25', cards, sentences })
    answered += tested.filter(({ answer }) => answer === 'checked').length
  }
  snapshot.close()
}
