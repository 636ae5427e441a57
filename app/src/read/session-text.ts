import type { ReadRequest } from './text-input.ts'

const key = 'visavis-read'

/** Largest number of characters in session storage; a longer text does not survive a reload. */
const maxCharacters = 4_000_000

/** A text as saved in session storage; the content of a file is in base64. */
type StoredText = Pick<ReadRequest, 'title' | 'date'> &
  (
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'address'; readonly address: string }
    | { readonly kind: 'file'; readonly name: string; readonly base64: string }
  )

/** Saves the text in the session storage of this tab, so that it survives a reload; returns whether there was room for the text. */
export async function saveSessionText({ brought, title, date }: ReadRequest): Promise<boolean> {
  const kept: StoredText | undefined =
    brought.kind !== 'file'
      ? { ...brought, title, date }
      : brought.file.size > maxCharacters / 2
        ? undefined
        : { kind: 'file', name: brought.name, base64: await base64Of(brought.file), title, date }
  sessionStorage.removeItem(key)
  const text = kept === undefined ? undefined : JSON.stringify(kept)
  if (text === undefined || text.length > maxCharacters) return false
  try {
    sessionStorage.setItem(key, text)
    return true
  } catch {
    return false
  }
}

export function removeSessionText(): void {
  sessionStorage.removeItem(key)
}

/** Returns the text saved in this tab; undefined if there is none. An invalid entry, as from another version, is ignored. */
export function sessionText(): ReadRequest | undefined {
  const found = sessionStorage.getItem(key)
  if (found === null) return undefined
  try {
    const { title, date, ...kept } = JSON.parse(found) as StoredText
    if (kept.kind !== 'file') return { brought: kept, title, date }
    return { brought: { kind: 'file', name: kept.name, file: new Blob([bytesOf(kept.base64)]) }, title, date }
  } catch {
    return undefined
  }
}

function base64Of(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onerror = () => reject(reader.error as DOMException)
    reader.onload = () => resolve((reader.result as string).replace(/^[^,]*,/, ''))
    reader.readAsDataURL(file)
  })
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
}
