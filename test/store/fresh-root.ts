import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/**
 * A separate directory for one test, removed after it. Its name contains characters that break careless quoting and
 * patterns.
 */
export function freshRoot(): string {
  const root = mkdtempSync(join(tmpdir(), "visavis it's a [test] *"))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  return root
}
