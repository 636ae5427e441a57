import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readForeign } from '../../test/faults/foreign-texts.ts'
import { hostileFiles } from '../../test/faults/hostile-files.ts'

/**
 * Reads documents crafted to exhaust memory or time, each in a separate process, and reports the resources used: `npx
 * tsx scripts/chaos/read-hostile-documents.ts [NAME...]`.
 */
const folder = mkdtempSync(join(tmpdir(), 'visavis-hostile-'))
const limits = { seconds: 120, megabytes: 1500 }
const asked = process.argv.slice(2)
try {
  for (const [name, make] of Object.entries(hostileFiles)) {
    if (asked.length > 0 && !asked.includes(name)) continue
    const path = join(folder, name)
    const bytes = make()
    writeFileSync(path, bytes)
    for await (const { outcome, code, peak, idle, seconds, notes, message } of readForeign([path], { limits, today: '2026-01-01' })) {
      const size = `${(bytes.length / 1e3).toFixed(0)} kB`
      console.log(
        `${name} (${size}): ${outcome} ${code ?? ''} +${Math.round(peak - idle)} MB ${seconds.toFixed(1)} s ${message ?? notes.join('; ')}`,
      )
    }
    rmSync(path)
  }
} finally {
  rmSync(folder, { recursive: true })
}
