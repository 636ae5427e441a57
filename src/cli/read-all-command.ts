import { type Command, Option } from 'commander'
import { VisavisError } from '../errors.ts'
import type { ReadManyRequest, TextResult } from '../operations/workers/read-many.ts'
import { addPlanOptions, refuseCellAlone, writePlanOf } from './plan-options.ts'
import type { ProcessContext } from './process-context.ts'
import { progressLine } from './progress-line.ts'

interface Options {
  readonly date?: string
  readonly asOf?: string
  readonly snapshot?: string
  readonly format: ReadManyRequest['format']
  readonly output?: string
  readonly quiet?: boolean
  readonly plan?: string
  readonly cell?: number
}

/** Adds the command `visavis read-all`, which reads many texts in parallel into one table, or one line of JSON for each text. */
export function addReadAllCommand(command: Command, processContext: ProcessContext, exit: { code: number }): void {
  command
    .description(
      'Tests what each of many texts says, as read does with one, on all processors: a row for every claim, with its text, its slots and its verdict, for R, Stata or a ' +
        'spreadsheet; or a line of JSON for every text, with all that read --json tells. A text that cannot be read is named at the end, keeps none of the others back, and makes ' +
        'the exit code 1.',
    )
    .summary('test many texts at once: a row for every claim')
    .argument('<paths...>', 'texts, or folders of texts (.txt, .md, .html, .pdf, .docx)')
    .option('--date <day>', 'day of every text (default: as each says, else today)')
    .option('--as-of <day>', 'nothing later than this day; of several snapshots, the newest by then')
    .option('--snapshot <text>', 'a snapshot by id, or by path')
    .addOption(new Option('--format <format>', 'form of the answer').choices(['csv', 'jsonl']).default('csv'))
    .option('-o, --output <file>', 'write the answer to a file')
    .option('--quiet', 'only errors on stderr, and warnings about the record')
  addPlanOptions(command)
    .addHelpText(
      'after',
      '\nExamples:\n  visavis read-all essays/ -o claims.csv\n  visavis read-all essays/*.pdf --date 2024 --format jsonl | jq .summary\n',
    )
    .action(async (paths: readonly string[]) => {
      const { plan, cell, ...options } = command.opts<Options>()
      refuseCellAlone(command.opts<Options>())
      if (plan === undefined) exit.code = await readAll(paths, options, processContext)
      else await writePlanOf('read-all', { paths, ...options }, { file: plan, cell }, processContext)
    })
}

async function readAll(paths: readonly string[], { output, quiet, ...options }: Options, processContext: ProcessContext): Promise<0 | 1> {
  const [{ textFiles }, { readMany, totalsOfTexts }, { checkInput }, { readOperation }] = await Promise.all([
    import('../operations/reading/text-paths.ts'),
    import('../operations/workers/read-many.ts'),
    import('../operations/request/input-schema.ts'),
    import('../operations/questions/read.ts'),
  ])
  const files = await textFiles(paths)
  const { date, asOf, snapshot, format } = options
  checkInput(readOperation, { file: files[0], date, asOf, snapshot })
  const { env, signal, stderr, stdout } = processContext
  const warn = (text: string, of?: 'record'): void => {
    if (quiet !== true || of === 'record') stderr.write(`${text}\n`)
  }
  const progress = progressLine(stderr, quiet === true)
  const now = new Date().toISOString()
  const read: TextResult[] = []
  const keep = (one: TextResult): void => void read.push({ ...one, piece: '' })
  const pieces = readMany(
    { files, format, date, asOf, snapshot },
    { env, today: now.slice(0, 10), now, signal, warn, onCount: progress.onCount },
    keep,
  )
  const { writeAnswer } = await import('./run-operation.ts')
  await writeAnswer(pieces, output, { stdout }).finally(progress.clear)
  warn(totalsOfTexts(read.map(({ summary }) => summary)))
  const failed = read.filter(({ error }) => error !== null)
  for (const { index, error } of failed) stderr.write(`${files[index]}: ${error!.code}: ${error!.message}\n`)
  if (failed.length === files.length) throw new VisavisError('BadInput', 'none of the texts could be read')
  return failed.length === 0 ? 0 : 1
}
