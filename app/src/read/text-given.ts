import { bring } from '../asking/client.ts'

/** What the reader gave to be read: a text, a file or an address. */
export type Brought =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly name: string; readonly file: Blob }
  | { readonly kind: 'address'; readonly address: string }

/** A text with what the reader said of it; empty where the text is to tell. */
export interface ToRead {
  readonly brought: Brought
  readonly title: string
  readonly date: string
}

/** What the server calls the files that it was brought, as long as it runs. */
const references = new WeakMap<Brought, string>()

/** What a question calls the text: an address is its own name, all else is brought first, once. */
export async function referenceOf(brought: Brought): Promise<string> {
  if (brought.kind === 'address') return brought.address
  const found = references.get(brought)
  if (found !== undefined) return found
  const reference = await bring(brought.kind === 'file' ? brought.file : new Blob([brought.text]), nameOf(brought))
  references.set(brought, reference)
  return reference
}

/** A server that was started anew holds no files of before. */
export function forgetReference(brought: Brought): void {
  references.delete(brought)
}

/** Name of the text, as the answer and files that are taken away have it. */
export function nameOf(brought: Brought): string {
  if (brought.kind === 'address') return brought.address
  return brought.kind === 'file' ? brought.name : 'text.txt'
}
