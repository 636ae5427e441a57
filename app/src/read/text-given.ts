import { bring } from '../asking/client.ts'

/** The input: a text, a file or an address. */
export type Brought =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly name: string; readonly file: Blob }
  | { readonly kind: 'address'; readonly address: string }

/** An input with title and date; empty where the text has them. */
export interface ToRead {
  readonly brought: Brought
  readonly title: string
  readonly date: string
}

/** Upload references, valid until the server restarts. */
const references = new WeakMap<Brought, string>()

/** The reference of an input in requests: an address itself; anything else is uploaded first, once. */
export async function referenceOf(brought: Brought): Promise<string> {
  if (brought.kind === 'address') return brought.address
  const found = references.get(brought)
  if (found !== undefined) return found
  const reference = await bring(brought.kind === 'file' ? brought.file : new Blob([brought.text]), nameOf(brought))
  references.set(brought, reference)
  return reference
}

/** Drops a reference: a restarted server has no earlier uploads. */
export function forgetReference(brought: Brought): void {
  references.delete(brought)
}

/** Name of the text in the answer and in downloaded files. */
export function nameOf(brought: Brought): string {
  if (brought.kind === 'address') return brought.address
  return brought.kind === 'file' ? brought.name : 'text.txt'
}
