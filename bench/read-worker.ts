import { parentPort, workerData } from 'node:worker_threads'
import nlp from 'compromise'

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

/** As it is built, since that is what runs at users': the loader of a checkout takes a part of the time for itself. */
const built = (module: string): Promise<unknown> => import(new URL(`../dist/${module}.js`, import.meta.url).href)
const { readDocument, sentencesOf } = (await built('claims/documents')) as typeof import('../src/claims/documents.ts')
const { readClaims } = (await built('claims/read-claims')) as typeof import('../src/claims/read-claims.ts')
const { testClaims } = (await built('claims/testers')) as typeof import('../src/claims/testers.ts')
const { sourceCards } = (await built('sources/index')) as typeof import('../src/sources/index.ts')
const { findSnapshot, openSnapshot } = (await built('store/index')) as typeof import('../src/store/index.ts')

const date = '2024-05-01'
const { texts, stage } = workerData as TextWork
let claims = 0
let answered = 0
if (stage === 'peer') for (const text of texts) nlp(text).sentences().json()
else await ours()
parentPort!.postMessage({ claims, answered } satisfies TextCount)

async function ours(): Promise<void> {
  const { directory } = await findSnapshot({ snapshot: undefined, asOf: undefined, env: {} })
  const snapshot = await openSnapshot(directory, { threads: 1, inMemory: 2 ** 24 })
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
