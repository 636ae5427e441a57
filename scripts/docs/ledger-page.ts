import { writeFileSync } from 'node:fs'
import { operations } from '../../src/operations/index.ts'
import { issuedNames, readIssuedHeader } from '../../src/operations/outlook/issued-files.ts'
import { percentWords } from '../../src/outlook/events/event-words.ts'
import type { IssuedHeader } from '../../src/outlook/ledger/issued-ledger.ts'
import type { OutlookIssuedAnswer } from '../../src/reports/outlook/issued-answer.ts'
import { packageFile } from '../../src/store/package-files.ts'

const count = (n: number): string => n.toLocaleString('en-US')

/** Writes docs/outlook/ledger.md from the ledgers. */
export async function writeLedgerPage(): Promise<void> {
  const { run } = await operations.find(({ name }) => name === 'outlook issued')!.load()
  const answer = (await run({}, { env: {}, today: '', now: '' })) as OutlookIssuedAnswer
  const headers = await Promise.all((await issuedNames()).map(readIssuedHeader))
  writeFileSync(packageFile('docs/outlook/ledger.md'), ledgerPage(answer, headers))
}

function ledgerPage({ years, targets, entries }: OutlookIssuedAnswer, headers: readonly IssuedHeader[]): string {
  const blocks = years.map((one) => {
    const header = headers.find(({ year }) => year === one.year)!
    const own = targets.filter(({ year }) => year === one.year)
    const title = one.madeAfterwards
      ? `From data to ${one.year}: made afterwards, on ${one.issued}`
      : `${one.year}, issued on ${one.issued}`
    return [
      `## ${title}`,
      '',
      ...(one.madeAfterwards ? [afterwards(one.year), ''] : []),
      `${count(one.n)} forecasts of ${header.pairs.length} pairs: ${count(one.open)} open, ${count(one.resolved)} resolved, ${count(one.void)} void. Snapshot \`${one.snapshot}\`, version ${header.version}, seed ${one.seed}. SHA-256 of \`data/outlook/ledger/${header.name}.csv\`: \`${one.sha256}\`.`,
      '',
      ...(own.length === 0 ? ['Nothing has come out yet.', ''] : [scoreTable(own), '']),
      ...pairLines(header),
    ].join('\n')
  })
  const shown = entries.filter(({ target, horizon }) => target === 'armed-conflict' && horizon === 5)
  const highest = [...shown].sort((x, y) => y.probability! - x.probability!).slice(0, 10)
  return `# The yearly ledger

Written by \`scripts/outlook/issue-ledger.ts\`, \`scripts/outlook/score-ledger.ts\` and \`scripts/outlook/past-ledger.ts\`. How pairs are chosen, how entries are settled and scored, and how to check that nothing was changed: [the rules of the ledger](ledger-rules.md). \`visavis outlook issued --format csv\` has every entry.

Score: weighted interval score of quantities from median and bands of 80 and 95 %, of logarithms for goods; Brier score of events. Baseline: the same bands around the last value (no change); for events the base rate. Log score: minus the natural logarithm of the probability given to what came. Less is better.

${blocks.join('\n')}
## Armed conflict: the ten highest probabilities of ${entries[0]?.year ?? ''}

| pair | window | probability | base rate |
|---|---|--:|--:|
${highest.map(({ a, b, id, probability, baseline }) => `| ${a} – ${b} | ${id.split('/').at(-1)!.replace('-', ' to ')} | ${percentWords(probability!)} | ${percentWords(baseline)} |`).join('\n')}
`
}

function afterwards(year: number): string {
  return `**These forecasts were not published in ${year}.** They are what the models would have said, fitted to data to ${year} (sessions of the Assembly to 2019/20), of the pairs that the same rule would have chosen. They show how entries are scored. Their form was chosen by people who knew what came, and tables of standing, sanctions and claims were compiled later. All are settled by the record of the snapshot below, not by the first edition that covered the window. Goods of 2021 and 2024 are open, since the record has no figures of them.`
}

function scoreTable(own: OutlookIssuedAnswer['targets']): string {
  const number = (value: number | null): string => (value === null ? '' : Number(value.toPrecision(3)).toString())
  const share = (value: number | null): string => (value === null ? '' : `${(100 * value).toFixed(0)} %`)
  return [
    '| target | resolved | score | baseline | log score | baseline | within 80 % | within 95 % |',
    '|---|--:|--:|--:|--:|--:|--:|--:|',
    ...own.map(
      (one) =>
        `| ${one.target} | ${count(one.resolved)} | ${number(one.score)} | ${number(one.baselineScore)} | ${number(one.logScore)} | ${number(one.baselineLogScore)} | ${share(one.within80)} | ${share(one.within95)} |`,
    ),
  ].join('\n')
}

const reasons = {
  'largest economies': 'Pairs of the ten largest economies',
  'conflict or sanctions': 'Conflict or new sanctions in five years',
  drawn: 'Drawn',
} as const

function pairLines({ pairs }: IssuedHeader): string[] {
  return (Object.keys(reasons) as (keyof typeof reasons)[]).flatMap((reason) => {
    const own = pairs.filter((pair) => pair.reason === reason)
    return [`**${reasons[reason]}** (${own.length}): ${own.map(({ a, b }) => `${a}-${b}`).join(', ')}.`, '']
  })
}
