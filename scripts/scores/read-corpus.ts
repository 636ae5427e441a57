import { appendFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { randomStream } from '../../src/numeric/random.ts'
import { type ForeignReport, foreignFiles, readForeign } from '../../test/faults/foreign-texts.ts'

/**
 * Reads every document of a folder as `visavis read` does, in a process with time and memory limits. It reports
 * documents that hang, fail or exceed the limits: `npx tsx scripts/scores/read-corpus.ts FOLDER -o report.jsonl`. The report
 * has one line per document, with all verdicts except unverifiable. Two more files are lists for human judges: every
 * sentence marked contradicted, partly right or at odds (`.judge-wrong.tsv`), and 200 of those marked supported, drawn
 * by the seed (`.judge-supported.tsv`). See docs/foreign-texts.md.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    output: { type: 'string', short: 'o', default: 'report.jsonl' },
    home: { type: 'string' },
    limit: { type: 'string' },
    seconds: { type: 'string', default: '60' },
    megabytes: { type: 'string', default: '1000' },
    date: { type: 'string' },
    today: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    seed: { type: 'string', default: '1' },
    sample: { type: 'string', default: '200' },
  },
})
const [folder] = positionals
if (folder === undefined) throw new Error('give the folder of documents')

/** `--date name`: the year in the name of the file. */
const dateOf = (file: string): string | undefined =>
  values.date === 'name' ? /(?<!\d)(?:1[789]|20)\d\d(?!\d)/.exec(file)?.[0] : values.date

const files = foreignFiles(folder).slice(0, values.limit === undefined ? undefined : Number(values.limit))
const limits = { seconds: Number(values.seconds), megabytes: Number(values.megabytes) }
const env = values.home === undefined ? {} : { VISAVIS_HOME: values.home }
const reports: ForeignReport[] = []
writeFileSync(values.output, '')
for await (const report of readForeign(files, { limits, today: values.today, dateOf, env })) {
  reports.push(report)
  appendFileSync(values.output, `${JSON.stringify(report)}\n`)
  if (['hang', 'memory', 'fault'].includes(report.outcome))
    console.log(`${report.outcome}: ${report.file} ${report.message ?? ''}`.trimEnd())
}
judged('wrong', rowsOf(['contradicted', 'partly', 'inconsistent']))
judged('supported', drawn(rowsOf(['supported']), Number(values.sample)))
summed()

type Row = readonly [file: string, ...rest: string[]]

function rowsOf(verdicts: readonly string[]): Row[] {
  return reports.flatMap(({ file, verdicts: found }) =>
    found
      .filter(({ verdict }) => verdicts.includes(verdict))
      .map(({ verdict, sentence, words, before, read, why, evidence, values: honest }): Row => {
        const understood = [read.kind, read.indicator, read.actors.join('+'), read.period, read.value, read.unit].join(' ')
        return [file, verdict, sentence, words, before ?? '', understood, why, honest.join('; '), evidence.join('; ')]
      }),
  )
}

/** A sample of the rows, reproducible by seed. */
function drawn(rows: readonly Row[], count: number): Row[] {
  const stream = randomStream(Number(values.seed), 'judged')
  const left = [...rows]
  return Array.from({ length: Math.min(count, rows.length) }, () => left.splice(stream.below(left.length), 1)[0]!)
}

function judged(name: string, rows: readonly Row[]): void {
  const header = 'right\tnote\tfile\tverdict\tsentence\twords\tsentence before\tread as\twhy\tvalues\tevidence\n'
  const line = (row: Row): string => `\t\t${row.map((cell) => cell.replace(/\s+/g, ' ')).join('\t')}\n`
  writeFileSync(values.output.replace(/(?:\.jsonl)?$/, `.judge-${name}.tsv`), header + rows.map(line).join(''))
}

function summed(): void {
  const most = (of: (report: ForeignReport) => number): string => {
    const first = reports.reduce((a, b) => (of(b) > of(a) ? b : a))
    return `${of(first).toFixed(1)} (${first.file})`
  }
  const count = (of: readonly string[]): string =>
    [...new Set(of)]
      .sort()
      .map((one) => `${of.filter((other) => other === one).length} ${one}`)
      .join(', ')
  console.log(`${reports.length} documents: ${count(reports.map(({ outcome }) => outcome))}`)
  console.log(`verdicts: ${count(reports.flatMap(({ verdicts }) => verdicts.map(({ verdict }) => verdict)))}`)
  console.log(`refused: ${count(reports.flatMap(({ outcome, code }) => (outcome === 'refused' ? [code!] : [])))}`)
  console.log(`most seconds ${most(({ seconds }) => seconds)}, most megabytes above idle ${most(({ peak, idle }) => peak - idle)}`)
  if (reports.some(({ outcome }) => outcome !== 'read' && outcome !== 'refused')) process.exitCode = 1
}
