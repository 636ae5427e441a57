import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDocument } from '../../src/claims/documents/read-document.ts'
import { VisavisError } from '../../src/errors.ts'
import { finishFences } from '../../src/mcp/fence.ts'
import { renderBrief, renderFenced } from '../../src/mcp/render-fenced.ts'
import { readOperation } from '../../src/operations/questions/read.ts'
import { answerJson } from '../../src/operations/request/answer-json.ts'
import type { OperationImplementation } from '../../src/operations/request/operation.ts'
import { openRecordCache, type RecordCache } from '../../src/operations/request/record-cache.ts'
import type { ReadAnswer } from '../../src/reports/claims/claims-answer.ts'
import type { FuzzText } from './read-texts.ts'

/** The setting for reading texts: two caches of the bundled record, so that a second reading is computed anew. */
export interface ReadBench {
  readonly work: OperationImplementation
  readonly records: readonly [RecordCache, RecordCache]
  readonly folder: string
}

export async function readBench(folder: string): Promise<ReadBench> {
  return { work: await readOperation.load(), records: [openRecordCache(), openRecordCache()], folder }
}

/** The result for a text: read, or refused with a code, and any fault in that. */
interface Outcome {
  readonly was: string
  readonly fault: string | null
  readonly milliseconds: number
}

/** Maximum processor time for a text of a few thousand characters. */
const most = 8000

/** Reads a text and checks the answer; with `again`, also that a second reading is identical byte for byte. */
export async function outcomeOf(bench: ReadBench, text: FuzzText, again: boolean): Promise<Outcome> {
  const path = join(bench.folder, text.name)
  writeFileSync(path, text.text)
  const before = process.cpuUsage()
  const first = await readOnce(bench, path, 0)
  const { user, system } = process.cpuUsage(before)
  const milliseconds = Math.round((user + system) / 1000)
  if (typeof first === 'string') return { was: first, fault: /Internal|Error$/.test(first.split(':')[0]!) ? first : null, milliseconds }
  const fault =
    first.told ?? (await faultOf(bench.work, first.answer, path, text)) ?? (again ? await otherwise(bench, path, first.answer) : null)
  return { was: 'read', fault: fault ?? (milliseconds > most ? `slow: more than ${most} ms of the processor` : null), milliseconds }
}

async function readOnce(
  { work, records }: ReadBench,
  path: string,
  which: 0 | 1,
): Promise<string | { answer: ReadAnswer; told: string | null }> {
  let told: string | null = null
  const warn = (words: string): void => {
    if (words.includes('fault of ours')) told ??= `Internal: ${words.replace(/Sentence \d+: /, '')}`
  }
  try {
    const context = {
      env: { VISAVIS_HOME: '/nonexistent' },
      today: '2026-11-29',
      now: '2026-11-29T12:00:00.000Z',
      records: records[which],
      warn,
    }
    return { answer: (await work.run({ file: path }, context)) as ReadAnswer, told }
  } catch (thrown) {
    const { name, message, stack } = thrown as Error
    if (thrown instanceof VisavisError && thrown.code !== 'Internal') return `${thrown.code}: ${message}`
    return `Internal: ${name}: ${message} ${stack?.split('\n')[1]?.trim() ?? ''}`
  }
}

async function otherwise(bench: ReadBench, path: string, first: ReadAnswer): Promise<string | null> {
  const second = await readOnce(bench, path, 1)
  return typeof second === 'object' && JSON.stringify(second.answer) === JSON.stringify(first) ? null : 'not the same twice'
}

async function faultOf(work: OperationImplementation, answer: ReadAnswer, path: string, { text }: FuzzText): Promise<string | null> {
  const parsed = work.output.safeParse(answer)
  if (!parsed.success)
    return `schema: ${parsed.error.issues[0]!.path.map((one) => (typeof one === 'number' ? '#' : String(one))).join('.')}: ${parsed.error.issues[0]!.message}`
  answerJson(answer)
  const shown = [
    ...(['table', 'md', 'csv', 'html'] as const).map((format) => renderFenced(work, answer, format)),
    renderBrief(work, answer),
  ]
  for (const form of await Promise.all(shown)) {
    const said = finishFences(String(form))
    if (said.replace(/⟦[^⟦⟧]*⟧/g, '').match(/[⟦⟧]/) && !/[⟦⟧]/.test(text)) return 'a fence is open'
    if (!/nan|infinity|undefined|\[object/i.test(text) && /\bNaN\b|Infinity|(?<!an )\bundefined\b|\[object/.test(said))
      return 'a text tells a number that is none'
  }
  return partition(answer, path, text)
}

/** Sentences and unread parts together are the document's blocks in order, without gaps or duplicates. */
async function partition({ sentences, unread }: ReadAnswer, path: string, text: string): Promise<string | null> {
  const { blocks } = await readDocument({ bytes: new TextEncoder().encode(text), name: path.split('/').at(-1)! })
  for (const [index, block] of blocks.entries()) {
    let at = 0
    for (const one of sentences.filter((sentence) => sentence.block === index)) {
      const start = block.text.indexOf(one.text, at)
      if (start < 0 || isLost(block.text.slice(at, start))) return 'sentences are no partition of their block'
      at = start + one.text.length
    }
    if (isLost(block.text.slice(at)) && !unread.some((part) => part.block === index))
      return 'a part of a block is neither read nor told as unread'
  }
  return null
}

/** Words between sentences. An overlong stretch without a full stop is left out, and the notes mention it. */
const isLost = (gap: string): boolean => /\p{L}/u.test(gap) && gap.length <= 2000
