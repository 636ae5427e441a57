import { uploadFile } from '../api/client.ts'

/** The input: a text, a file or an address. */
export type TextInput =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly name: string; readonly file: Blob }
  | { readonly kind: 'address'; readonly address: string }

/** An input with title and date; empty where the text has them. */
export interface ReadRequest {
  readonly brought: TextInput
  readonly title: string
  readonly date: string
}

/** Upload references, valid until the server restarts. */
const references = new WeakMap<TextInput, string>()

/** The reference of an input in requests: an address itself; anything else is uploaded first, once. */
export async function uploadReference(brought: TextInput): Promise<string> {
  if (brought.kind === 'address') return brought.address
  const found = references.get(brought)
  if (found !== undefined) return found
  const reference = await uploadFile(brought.kind === 'file' ? brought.file : new Blob([brought.text]), inputName(brought))
  references.set(brought, reference)
  return reference
}

/** Drops a reference: a restarted server has no earlier uploads. */
export function dropReference(brought: TextInput): void {
  references.delete(brought)
}

/** Name of the text in the answer and in downloaded files. */
export function inputName(brought: TextInput): string {
  if (brought.kind === 'address') return brought.address
  return brought.kind === 'file' ? brought.name : 'text.txt'
}
