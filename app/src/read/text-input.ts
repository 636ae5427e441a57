import { uploadFile } from '../api/client.ts'

/** What the reader entered: a text, a file or an address. */
export type TextInput =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly name: string; readonly file: Blob }
  | { readonly kind: 'address'; readonly address: string }

/** A text to read, with title and date; these are empty if the server should take them from the text. */
export interface ReadRequest {
  readonly brought: TextInput
  readonly title: string
  readonly date: string
}

/** References of uploaded texts, valid until the server restarts. */
const references = new WeakMap<TextInput, string>()

/** Returns the reference of an input in requests. An address is its own reference; anything else is uploaded first, but only once. */
export async function uploadReference(brought: TextInput): Promise<string> {
  if (brought.kind === 'address') return brought.address
  const found = references.get(brought)
  if (found !== undefined) return found
  const reference = await uploadFile(brought.kind === 'file' ? brought.file : new Blob([brought.text]), inputName(brought))
  references.set(brought, reference)
  return reference
}

/** Forgets the reference of an input, because a restarted server no longer has earlier uploads. */
export function dropReference(brought: TextInput): void {
  references.delete(brought)
}

/** Returns the name of the text in the answer and in downloaded files. */
export function inputName(brought: TextInput): string {
  if (brought.kind === 'address') return brought.address
  return brought.kind === 'file' ? brought.name : 'text.txt'
}
