import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freshRoot } from '../store/fresh-root.ts'

/** Writes a small file in Windows-1252 (one byte per character) or with the given bytes, and returns its path. */
export function ownFile(name: string, content: string | Uint8Array): string {
  const path = join(freshRoot(), name)
  writeFileSync(path, typeof content === 'string' ? Buffer.from(content, 'latin1') : content)
  return path
}
