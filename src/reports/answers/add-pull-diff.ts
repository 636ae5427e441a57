import { formatShare } from '../../assessments/forms/wording.ts'
import type { ChangeCount, ChangedRow, SetAside } from '../../store/index.ts'
import { csv } from '../text/csv.ts'
import { type Column, textTable } from '../text/table.ts'

/** The answer of `visavis add`. */
export interface AddAnswer {
  readonly schemaVersion: 1
  readonly source: string
  readonly vintage: string
  readonly rows: Readonly<Record<string, number>>
  readonly coverage: readonly { readonly indicator: string; readonly from: string; readonly to: string }[]
  /** Notes on gaps in the added files, and on how they were merged with existing data. */
  readonly notes: readonly string[]
  readonly snapshot: { readonly id: string; readonly parent: string; readonly created: string; readonly home: string }
}

/** Writes what was added, and the new snapshot. */
export function addText(answer: AddAnswer): string {
  const rows = Object.entries(answer.rows).map(([table, count]) => `  ${table}: ${count.toLocaleString('en-US')} rows`)
  const coverage = answer.coverage.map((one) => `  ${one.indicator}: ${one.from} to ${one.to}`)
  return [
    `${answer.source}: ${answer.vintage}`,
    ...rows,
    ...coverage,
    ...answer.notes.map((note) => `  ${note}`),
    `Snapshot ${answer.snapshot.id} in ${answer.snapshot.home}, made from ${answer.snapshot.parent}.`,
  ].join('\n')
}

/** The answer of `visavis pull SOURCE`: the new edition and the downloaded files. */
export interface PullAnswer extends AddAnswer {
  readonly files: readonly PulledFile[]
}

export interface PulledFile {
  readonly address: string
  readonly name: string
  /** How the file was obtained; `unchanged`: nothing was downloaded, as the provider has nothing newer. */
  readonly how: 'fetched' | 'resumed' | 'unchanged'
  readonly fetched: string
  readonly bytes: number
  readonly sha256: string
}

/** The answer of `visavis pull` without a source: the sources that can be downloaded. */
export interface PullableAnswer {
  readonly schemaVersion: 1
  readonly sources: readonly {
    readonly source: string
    readonly what: string
    readonly example: string
    readonly parameters: readonly PullableParameter[]
  }[]
}

interface PullableParameter {
  readonly name: string
  readonly help: string
  readonly example: string
  readonly many: boolean
  readonly default: string | null
}

/** The answer of `visavis pull --due`: every source of the record whose next edition is due. */
export interface DuePullAnswer {
  readonly schemaVersion: 1
  readonly due: readonly {
    readonly source: string
    /** The day by which its next edition was due. */
    readonly due: string
    readonly outcome: 'pulled' | 'failed' | 'not fetched'
    readonly why: string
    /** The new snapshot, if one was made. */
    readonly snapshot: string | null
  }[]
}

/** Writes what was downloaded and the new snapshot, the list of downloadable sources, or what became of each source that is due. */
export function pullText(answer: PullAnswer | PullableAnswer | DuePullAnswer): string {
  if ('due' in answer) return dueText(answer)
  if ('sources' in answer) return pullableText(answer)
  const files = answer.files.map(({ address, how, bytes, fetched }) => {
    const when = how === 'unchanged' ? `unchanged since ${fetched.slice(0, 10)}` : how
    return `  ${when}, ${bytes.toLocaleString('en-US')} bytes: ${address}`
  })
  const shown = files.length > 12 ? [...files.slice(0, 10), `  … and ${files.length - 10} more (--json)`] : files
  return [...shown, addText(answer)].join('\n')
}

function dueText({ due }: DuePullAnswer): string {
  if (due.length === 0) return 'No source of the record is overdue.'
  const lines = due.map((one) => [
    one.source,
    one.due,
    one.outcome,
    one.snapshot === null ? one.why : `${one.why}: snapshot ${one.snapshot}`,
  ])
  return textTable([{ title: 'source' }, { title: 'due since' }, { title: 'outcome' }, { title: 'why' }], lines)
}

function pullableText({ sources }: PullableAnswer): string {
  const shown = (one: PullableParameter): string => `${one.name}=${one.default ?? one.example}`
  const width = Math.max(...sources.flatMap(({ parameters }) => parameters.map((one) => shown(one).length))) + 2
  const blocks = sources.map(({ source, what, example, parameters }) => {
    const asked = parameters.map((one) => {
      const must = one.default === null ? '; must be given' : ''
      return `  ${shown(one).padEnd(width)}${one.help}${one.many ? '; several with commas' : ''}${must}`
    })
    return [`${source}: ${what}`, ...asked, `  $ ${example}`].join('\n')
  })
  const end =
    'What need not be given is shown with the value that is taken instead. All other sources are brought as files: visavis sources --all says from where, visavis add takes them.'
  return [...blocks, end].join('\n\n')
}

/** The answer of `visavis diff`. */
export interface DiffAnswer {
  readonly schemaVersion: 1
  readonly before: { readonly id: string; readonly created: string }
  readonly after: { readonly id: string; readonly created: string; readonly note: string }
  readonly counts: readonly ChangeCount[]
  readonly rows: readonly ChangedRow[]
}

const number = (title: string): Column => ({ title, align: 'right' })
const columns: readonly Column[] = [
  { title: 'table' },
  { title: 'source' },
  number('added'),
  number('removed'),
  number('changed'),
  number('unchanged'),
  number('largest change'),
]

/** Writes the row counts as a table, then the listed rows. */
export function diffText(answer: DiffAnswer): string {
  const head = `From ${answer.before.id} (${answer.before.created}) to ${answer.after.id} (${answer.after.created}): ${answer.after.note}`
  if (answer.counts.length === 0) return `${head}\n\nNo row differs.`
  const counts = answer.counts.map((one) => [
    one.table,
    one.source,
    ...[one.added, one.removed, one.changed, one.unchanged].map((count) => count.toLocaleString('en-US')),
    one.largest === null ? '' : formatShare(one.largest),
  ])
  const total = answer.counts.reduce((sum, one) => sum + one.added + one.removed + one.changed, 0)
  const rows = answer.rows.map(
    (row) => `${row.change} ${row.table} ${row.source}\n  ${row.key}${spanWords('before', row.before)}${spanWords('after', row.after)}`,
  )
  const more =
    total > answer.rows.length ? [`… and ${(total - answer.rows.length).toLocaleString('en-US')} more (--limit, --format csv)`] : []
  return [head, '', textTable(columns, counts), '', ...rows, ...more].join('\n')
}

function spanWords(when: string, text: string | null): string {
  return text === null ? '' : `\n  ${when}: ${text}`
}

/** Writes the listed rows as CSV. */
export function diffCsv(answer: DiffAnswer): string {
  const header = ['table', 'source', 'change', 'key', 'before', 'after']
  return csv(
    header,
    answer.rows.map((row) => [row.table, row.source, row.change, row.key, row.before, row.after]),
  )
}

/** The answer of `visavis verify`. */
export interface VerifyAnswer {
  readonly schemaVersion: 1
  readonly home: string
  readonly snapshots: readonly {
    readonly id: string
    readonly created: string | null
    readonly note: string | null
    readonly problems: readonly string[]
    readonly future: boolean
  }[]
  readonly setAside: readonly SetAside[]
}

/** Writes each snapshot with its fault, and what was set aside. */
export function verifyText({ home, snapshots, setAside }: VerifyAnswer): string {
  if (snapshots.length === 0) return `${home} has no snapshot: answers come from the bundled record.`
  const lines = snapshots.flatMap(({ id, created, problems, future }) => [
    `${id}  ${created ?? 'unreadable'}  ${problems.length > 0 ? 'damaged' : future ? 'stamped in the future' : 'whole'}`,
    ...problems.map((problem) => `  ${problem}`),
  ])
  const moved = setAside.map(({ id, to, by }) => `${id} is now at ${to}${by === null ? '' : `; ${by} has its data under an honest stamp`}.`)
  const bad = snapshots.some(({ problems, future }) => future || problems.length > 0)
  return [...lines, ...moved, ...(bad && setAside.length === 0 ? ['To move them out of the way: visavis verify --set-aside'] : [])].join(
    '\n',
  )
}
