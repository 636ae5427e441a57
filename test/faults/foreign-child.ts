import { readFileSync, writeFileSync } from 'node:fs'
import { readOperation } from '../../src/operations/questions/read.ts'
import { openRecordCache } from '../../src/operations/request/record-cache.ts'
import type { ReadAnswer } from '../../src/reports/claims/claims-answer.ts'
import type { ForeignAsked, ForeignTold, ForeignVerdict } from './foreign-texts.ts'

/** Reads the texts that its parent names, one after another, like the read operation, and reports each result. */
const records = openRecordCache()
const { run } = await readOperation.load()
const settings = { env: process.env, records }

// the first text of a process opens the record, and that cost belongs to no text
await run({ file: '-' }, { ...settings, today: '2026-01-01', now: '2026-01-01T00:00:00Z', stdin: firstText })
process.on('message', (asked: ForeignAsked) => void told(asked).then((answer) => process.send?.(answer)))
process.on('disconnect', () => process.exit(0))
process.send?.({ ready: true, idle: resident('VmRSS') })

async function* firstText(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('Trade between China and Russia rose to 240 billion dollars in 2023. China and Russia voted alike in 2020.')
}

async function told({ path, date, today }: ForeignAsked): Promise<ForeignTold> {
  forgetPeak()
  const before = process.cpuUsage()
  const outcome = await outcomeOf({ file: path, ...(date === undefined ? {} : { date }) }, today)
  const { user, system } = process.cpuUsage(before)
  return { ...outcome, seconds: (user + system) / 1e6, peak: resident('VmHWM') }
}

async function outcomeOf(input: Record<string, string>, today: string): Promise<Omit<ForeignTold, 'seconds' | 'peak'>> {
  const nothing = { code: null, message: null, sentences: 0, claims: 0, notes: [], verdicts: [] }
  try {
    const answer = (await run(input, { ...settings, today, now: `${today}T00:00:00Z` })) as ReadAnswer
    const { sentences, claims } = answer.summary
    return { ...nothing, sentences, claims, notes: answer.document.notes, verdicts: verdictsOf(answer) }
  } catch (cause) {
    const { code, message, stack } = cause as Error & { code?: string }
    const known = (cause as Error).constructor.name === 'VisavisError'
    return { ...nothing, code: known ? (code ?? null) : 'Internal', message: known ? message : (stack ?? message) }
  }
}

/** The verdicts on its sentences, except those that data are missing for; includes failures of testing. */
function verdictsOf({ claims, sentences, inconsistencies }: ReadAnswer): ForeignVerdict[] {
  const failed = (why: string | null): boolean => why?.startsWith('Testing it failed') === true
  const tested = claims
    .filter(({ verdict, why }) => (verdict !== null && verdict !== 'unverifiable') || failed(why))
    .map((claim): ForeignVerdict => {
      const { sentence, start, end, kind, indicator, actors, period, value, unit, why, evidence, honestValues } = claim
      return {
        sentence,
        words: sentence.slice(start, end),
        before: sentences[claim.sentence_index - 1]?.text ?? null,
        verdict: failed(why) ? 'failed' : (claim.verdict as ForeignVerdict['verdict']),
        why: why ?? '',
        read: { kind, indicator, actors, period: period === null ? null : JSON.stringify(period), value, unit },
        evidence: evidence.map(({ source, rows }) => `${source}: ${rows}`),
        values: honestValues.map(({ value: honest, unit: of, period: when, by }) => `${honest} ${of} ${when} ${by}`),
      }
    })
  return [...tested, ...inconsistencies.map((one) => atOdds(one, sentences))]
}

function atOdds({ text, claims: [first] }: ReadAnswer['inconsistencies'][number], sentences: ReadAnswer['sentences']): ForeignVerdict {
  const sentence = sentences[first?.sentence_index ?? -1]?.text ?? ''
  const read = { kind: 'inconsistency', indicator: null, actors: [], period: null, value: null, unit: null }
  return { sentence, words: sentence, before: null, verdict: 'inconsistent', why: text, read, evidence: [], values: [] }
}

/** Resets the kernel's peak memory count, where possible (Linux). */
function forgetPeak(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5')
  } catch {
    // elsewhere the peak is that of the whole process
  }
}

/** Memory of the process in megabytes: current, or the maximum since the last reset. */
function resident(what: 'VmRSS' | 'VmHWM'): number {
  try {
    return Math.round(Number(new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync('/proc/self/status', 'utf8'))![1]) / 1024)
  } catch {
    return Math.round((what === 'VmRSS' ? process.memoryUsage.rss() : process.resourceUsage().maxRSS * 1024) / 2 ** 20)
  }
}
