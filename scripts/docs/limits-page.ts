import { type Limit, limitTable } from '../../src/claims/limits.ts'

/** Numbers of verdicts on annotated claims, or how they change. */
export interface LimitScore {
  readonly answered: number
  readonly right: number
  readonly falselyContradicted: number
  readonly errorsFound: number
}

/** What halving and doubling a number changes. */
export interface LimitChange {
  /** Which claims it was measured on; null if none of them uses it. */
  readonly mode: 'given' | 'read' | null
  /** How many texts use it. */
  readonly texts: number
  readonly halved: LimitScore
  readonly doubled: LimitScore
}

export interface LimitMeasurement {
  readonly given: LimitScore
  readonly read: LimitScore
  readonly changes: Readonly<Record<string, LimitChange>>
}

const signed = (change: number): string => (change > 0 ? `+${change}` : change < 0 ? `−${-change}` : '0')
const inWords = ({ answered, right, falselyContradicted, errorsFound }: LimitScore): string =>
  [answered, right, falselyContradicted, errorsFound].every((one) => one === 0)
    ? 'nothing'
    : [answered, right, falselyContradicted, errorsFound].map(signed).join(' / ')
const totals = ({ answered, right, falselyContradicted, errorsFound }: LimitScore): string =>
  `${answered} answered, ${right} of them right, ${falselyContradicted} true claims called contradicted, ${errorsFound} planted errors found`

const noChange: LimitScore = { answered: 0, right: 0, falselyContradicted: 0, errorsFound: 0 }
const nothingMeasured: LimitChange = { mode: null, texts: 0, halved: noChange, doubled: noChange }

function row([name, { value, unit, decides }]: readonly [string, Limit], change: LimitChange | undefined): string {
  const { mode, texts, halved, doubled } = change ?? nothingMeasured
  const where = change === undefined ? 'not measured' : mode === null ? 'none' : `${texts}${mode === 'read' ? ' (as read)' : ''}`
  const effect = mode === null ? ['-', '-'] : [inWords(halved), inWords(doubled)]
  return `| \`${name}\` | ${value} | ${unit} | ${decides.replaceAll('|', '\\|')} | ${where} | ${effect.join(' | ')} |`
}

/** The page docs/generated/claims-limits.md: every number that decides verdicts, and what halving and doubling it changes. */
export function limitsPage({ given, read, changes }: LimitMeasurement): string {
  return `# Numbers that decide verdicts

Every tolerance, margin and least count used in testing claims, from \`src/claims/limits.json\`. The last two columns say what changes when the number is halved and when it is doubled: answers / right answers / true claims called contradicted / planted errors found. Fewer right answers or more true claims called contradicted mean that the change does harm. More answers alone are no gain.

Baseline for the annotated claims tested as given: ${totals(given)}. For claims as read from the texts (marked "as read", used where testing given claims does not use the number): ${totals(read)}. Both on the development sets of \`test/claims/passages\` and the bundled record. "None": no claim of these sets uses the number; it applies to sources that the bundled record lacks, or to cases that the sets lack.

Written by \`npx tsx scripts/scores/score-limits.ts data/record FOLDER...\`.

| number | value | unit | what it decides | texts that use it | halved | doubled |
|---|---|---|---|---|---|---|
${Object.entries<Limit>(limitTable)
  .map((entry) => row(entry, changes[entry[0]]))
  .join('\n')}
`
}
