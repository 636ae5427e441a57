import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { Plugin } from 'vite'

const text = new Set(['.html', '.js', '.css', '.json', '.svg'])

/** Beside each built file of text the same packed by brotli (`.br`), as tight as it gets: that takes a second or two, which the server's start does not have. */
export function packedFiles(): Plugin {
  let folder = ''
  return {
    name: 'packed-files',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = join(root, build.outDir)
    },
    closeBundle: () => {
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !text.has(extname(entry.name))) continue
        const path = join(entry.parentPath, entry.name)
        const bytes = readFileSync(path)
        const packed = brotliCompressSync(bytes)
        if (packed.length < bytes.length * 0.9) writeFileSync(`${path}.br`, packed)
      }
    },
  }
}
