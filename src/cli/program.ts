import { Command, Option } from 'commander'
import { operations } from '../operations/catalogue.ts'
import { packageVersion } from '../operations/package-files.ts'
import type { Format, Operation, Parameter } from '../operations/request/operation.ts'
import { optionName } from '../operations/request/option-name.ts'
import { isPlannable } from '../operations/work/work-kinds.ts'
import { addCompletionCommand } from './completion/completion-command.ts'
import { addMcpCommand } from './mcp-command.ts'
import { addPlanOptions, type PlanOptions, planOperation, refuseCellAlone } from './plan-options.ts'
import type { ProcessContext } from './process-context.ts'
import { addReadAllCommand } from './read-all-command.ts'
import { type OutputOptions, runOperation } from './run-operation.ts'
import { addServeCommand } from './serve-command.ts'
import { addWorkCommand } from './work-command.ts'

/**
 * The program with all its commands, which write to the streams of `processContext` and leave the code of a question that was answered in `exit`.
 */
export function programFor(processContext: ProcessContext, exit: { code: number }): Command {
  const program = new Command('visavis')
    .description('How any two states stand to each other, from open data: every figure with its interval and its source.')
    .version(packageVersion(), '-V, --version')
    .helpCommand(false)
    .enablePositionalOptions()
    .addHelpText('after', firstSteps)
  configure(program, processContext)
  for (const operation of operations) addCommand(program, operation, processContext, exit)
  addReadAllCommand(configure(program.command('read-all'), processContext), processContext, exit)
  addWorkCommand(configure(program.command('work'), processContext), (command) => configure(command, processContext), processContext, exit)
  addServeCommand(configure(program.command('serve'), processContext), processContext)
  addMcpCommand(configure(program.command('mcp'), processContext), processContext)
  addCompletionCommand(configure(program.command('completion'), processContext), program, processContext)
  for (const command of program.commands) command.helpGroup(headingOf(command.name()))
  return program
}

/** The headings of the help, each with its commands. */
const headings: Readonly<Record<string, readonly string[]>> = {
  'Two states or blocs:': [
    'assess',
    'evidence',
    'measure',
    'mirror',
    'facts',
    'figures',
    'votes',
    'ledger',
    'stakeholders',
    'composite',
    'outlook',
  ],
  'Many pairs, panels and series:': ['compare', 'dyads', 'panel', 'changes', 'world', 'communities', 'gravity', 'forecast'],
  'What if:': ['scenario', 'coalition', 'leverage', 'tariff-war', 'resilience', 'deterrence', 'routes'],
  'Texts and claims:': ['read', 'read-all', 'check', 'claims'],
  'Names and record:': [
    'find',
    'states',
    'sources',
    'indicators',
    'catalogue',
    'methods',
    'cite',
    'pull',
    'add',
    'diff',
    'verify',
    'watch',
  ],
  'Many machines:': ['work'],
  'Pages and tools:': ['serve', 'mcp', 'completion'],
}

function headingOf(name: string): string {
  return Object.keys(headings).find((heading) => headings[heading]!.includes(name)) ?? 'Other:'
}

const firstSteps = `
Examples:
  visavis assess CHN RUS                     the assessment of a pair, all its domains
  visavis assess "United States" India --to 2015 --json
  visavis measure similarity CHN RUS --from 1971
  visavis measure similarity --year 2018 --all --format csv -o 2018.csv
  visavis states Moscow                      who is meant
  visavis read essay.txt                     what a text says, claim by claim
  visavis read-all essays/ -o claims.csv     many texts, a row for every claim
  visavis serve                              the workbench in a browser
  visavis mcp                                tools for an assistant
  visavis sources                            what the record holds, and its terms
  visavis pull world-bank                    fetch the newest edition of a source
  visavis add world-bank gdp.csv pop.csv     bring your own copy of a source

Answers go to stdout, everything else to stderr. Only pull uses the network,
assess and read with --pull, read where it is given an address, and work with
--queue or --records. A text is sent elsewhere only by read --reader.
No telemetry.
Exit codes: 0 done, 1 failed, 2 usage, 3 needed data missing, 4 a condition of
watch or read --fail-on is met, 130 interrupted.
`

function configure(command: Command, processContext: ProcessContext): Command {
  return command
    .exitOverride()
    .showSuggestionAfterError(true)
    .configureHelp({ helpWidth: 80, showGlobalOptions: false })
    .configureOutput({
      writeOut: (text) => processContext.stdout.write(text),
      writeErr: (text) => processContext.stderr.write(text),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
}

function addCommand(program: Command, operation: Operation, processContext: ProcessContext, exit: { code: number }): void {
  const words = operation.name.split(' ')
  const parent = words.slice(0, -1).reduce((at, word) => groupNamed(at, word, processContext), program)
  const command = configure(parent.command(words.at(-1)!).summary(operation.summary).description(operation.description), processContext)
  for (const parameter of operation.parameters) addParameter(command, parameter)
  addOutputOptions(command, operation.formats)
  if (isPlannable(operation.name)) addPlanOptions(command)
  command.addHelpText('after', `\nExamples:\n${operation.examples.map((line) => `  ${line}`).join('\n')}\n`)
  command.action(async () => {
    const raw = { ...positionals(operation, command.processedArgs), ...command.opts() }
    const { plan, cell } = command.opts<PlanOptions>()
    refuseCellAlone(command.opts<PlanOptions>())
    if (plan !== undefined) return planOperation(operation, raw, { file: plan, cell, format: givenFormat(command) }, processContext)
    exit.code = await runOperation(operation, raw, command.opts<OutputOptions>(), processContext)
  })
}

/** The format that was asked for; undefined: none was. */
function givenFormat(command: Command): Format | undefined {
  const { json, full, format } = command.opts<OutputOptions>()
  if (json || full) return json ? 'json' : 'full'
  return command.getOptionValueSource('format') === 'cli' ? format : undefined
}

/** Descriptions of command groups, by the first word of their commands: `measure` of `measure similarity`. */
const groups: Readonly<Record<string, string>> = {
  measure: 'one measure of a pair or of all: votes, standing, ideal points, trade',
  claims: 'what came of claims that were kept',
}

function groupNamed(at: Command, word: string, processContext: ProcessContext): Command {
  // `scenario` is a command and the group of `scenario list`: what follows `list` must not be read as an option of `scenario`
  const found = at.commands.find((command) => command.name() === word)?.enablePositionalOptions()
  return (
    found ??
    configure(
      at
        .command(word)
        .description(groups[word] ?? '')
        .helpCommand(false),
      processContext,
    )
  )
}

function addParameter(command: Command, parameter: Parameter): void {
  if (parameter.positional) {
    const shown = parameter.kind === 'list' ? `${parameter.name}...` : parameter.name
    command.argument(parameter.required ? `<${shown}>` : `[${shown}]`, parameter.help)
    return
  }
  const flag = optionName(parameter.name)
  const option = new Option(parameter.kind === 'flag' ? flag : `${flag} <${parameter.kind}>`, parameter.help)
  if (parameter.choices !== undefined) option.choices([...parameter.choices])
  if (parameter.default !== undefined) option.default(parameter.default)
  command.addOption(option)
}

function addOutputOptions(command: Command, formats: readonly Format[]): void {
  command
    .addOption(new Option('--format <format>', 'form of the answer').choices([...formats]).default('table'))
    .option('--json', 'the same as --format json')
  if (formats.includes('full')) command.option('--full', 'the same as --format full: more than one screen')
  command
    .option('-o, --output <file>', 'write the answer to a file')
    .option('--quiet', 'only errors on stderr, and warnings about the record')
}

function positionals(operation: Operation, values: readonly unknown[]): Record<string, unknown> {
  const named = operation.parameters.filter((parameter) => parameter.positional)
  return Object.fromEntries(named.map((parameter, i) => [parameter.name, values[i]]))
}
