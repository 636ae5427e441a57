import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A directory of its own for one test, removed after it. Its name holds what trips up careless quoting and patterns. */
export function freshRoot(): string {
  const root = mkdtempSync(join(tmpdir(), "visavis it's a [test] *"))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  return root
}
