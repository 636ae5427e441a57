import { signal } from '@preact/signals'
import type { Answers, Problem } from '../../../src/server/answer-types.ts'
import { postRequest, RequestFailed, uploadFile } from '../api/client.ts'
import { pollRecord, recordChanged } from '../frame/record-note.tsx'

/** The state of adding files to the record; the work continues while other pages are shown. */
type EditionUpload =
  | { readonly at: 'nothing' }
  | { readonly at: 'work'; readonly source: string; readonly what: string; readonly done: number; readonly total: number }
  | { readonly at: 'done'; readonly source: string; readonly edition: Answers['add'] }
  | { readonly at: 'failed'; readonly source: string; readonly problem: Problem }

export const editionUpload = signal<EditionUpload>({ at: 'nothing' })

/** Uploads the files of a source, makes a new edition and switches to it. `accept` allows an edition despite warnings. */
export async function uploadEdition(source: string, files: readonly File[], accept: boolean): Promise<void> {
  try {
    const brought: string[] = []
    for (const file of files) {
      editionUpload.value = { at: 'work', source, what: `bringing ${file.name}`, done: brought.length, total: files.length }
      brought.push(await uploadFile(file, file.name))
    }
    editionUpload.value = { at: 'work', source, what: 'reading', done: 0, total: 0 }
    const edition = await postRequest('add', { source, files: brought, ...(accept ? { accept } : {}) }, (event) => {
      editionUpload.value = { at: 'work', source, ...event }
    })
    await pollRecord()
    // this page already shows the new edition, so no notice is needed
    recordChanged.value = false
    editionUpload.value = { at: 'done', source, edition }
  } catch (thrown) {
    editionUpload.value = { at: 'failed', source, problem: problemOf(thrown) }
  }
}

function problemOf(thrown: unknown): Problem {
  if (thrown instanceof RequestFailed) return thrown.problem
  return { type: 'urn:visavis:error:Silent', title: 'It went wrong', status: 0, detail: String(thrown), code: 'Silent' }
}
