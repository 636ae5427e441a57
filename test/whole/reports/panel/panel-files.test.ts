import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { panelBlocks } from '../../../../src/assessments/panel/panel.ts'
import { type PanelAnswer, panelAnswer, panelContent, panelRow } from '../../../../src/assessments/panel/panel-answer.ts'
import { panelParquet } from '../../../../src/reports/panel/panel-parquet.ts'
import { panelCsv, panelJson, panelJsonLines } from '../../../../src/reports/panel/panel-rows.ts'
import { panelStata } from '../../../../src/reports/panel/panel-stata.ts'
import { bundledRecord, openSession, openSnapshot } from '../../../../src/store/index.ts'
import { pythonWithPandas } from '../../../reports/panel/python-with-pandas.ts'

const folder = mkdtempSync(join(tmpdir(), 'visavis-panel-files-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (ending: string): string => join(folder, `panel.${ending}`)

let answer: PanelAnswer
/** Every cell of the panel, in the order of rows and columns. */
let rows: (string | number | null)[][]
beforeAll(async () => {
  const snapshot = await openSnapshot(bundledRecord())
  // small, and with every kind of value: zeros, blanks, fractions, amounts, two sources, a state without a number of COW
  const ids = ['kappa', 'ideal-points', 'goods-exports', 'conflict-intensity', 'public-debt-official', 'fossil-imports-products-tonnes']
  const states = ['CHN', 'DEU', 'FRA', 'IND', 'PAK', 'PSE', 'RUS', 'SRB', 'TWN', 'USA', 'XKX', 'YUG']
  const scope = { from: 1985, to: 2026, lastDay: snapshot.manifest.created.slice(0, 10), directed: false, states }
  answer = await panelAnswer(snapshot, { ids, scope, command: 'visavis panel' }, {})
  const { series, figures } = panelContent(answer)!
  rows = [...panelBlocks(scope, series)].flatMap((block) => Array.from({ length: block.count }, (_, row) => panelRow(block, figures, row)))
  snapshot.close()
  writeFileSync(file('csv'), Buffer.concat([...panelCsv(answer)]))
  writeFileSync(file('jsonl'), Buffer.concat([...panelJsonLines(answer)]))
  writeFileSync(file('json'), Buffer.concat([...panelJson(answer)]))
  writeFileSync(file('dta'), Buffer.concat([...panelStata(answer)]))
  writeFileSync(file('parquet'), Buffer.concat([...(await panelParquet(answer))]))
})

/** The names of columns, and all cells as text with 17 digits: what every reader below prints. */
function expected(): string {
  const lines = rows.map((row) => row.map((cell) => (cell === null ? '' : typeof cell === 'number' ? exact(cell) : cell)).join(','))
  return `${[answer.columns.map(({ name }) => name).join(','), ...lines].join('\n')}\n`
}

/** A double in hexadecimal, which other languages print alike. */
function exact(value: number): string {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleBE(value)
  return bytes.toString('hex')
}

/** The numbers of a table that another program read and wrote as JSON. */
function fromJson(text: string): (string | number | null)[][] {
  return (JSON.parse(text) as Record<string, string | number | null>[]).map((row) => answer.columns.map(({ name }) => row[name] ?? null))
}

test('the panel under test has zeros, gaps, fractions and several sources', () => {
  const flags = new Set(answer.columns.flatMap(({ flags: own }) => Object.keys(own ?? {})))
  expect([...flags].sort()).toEqual(['estimated', 'not-applicable', 'not-covered', 'observed', 'unknown', 'zero'])
  expect(rows).toHaveLength(answer.count)
  expect(expected().length).toBeGreaterThan(100_000)
})

describe('our own readers', () => {
  test('CSV, JSON and JSON Lines have every cell', () => {
    const [head, ...lines] = readFileSync(file('csv'), 'utf8').trimEnd().split('\n')
    expect(head).toBe(answer.columns.map(({ name }) => name).join(','))
    const cells = lines.map((line) =>
      line.split(',').map((cell, i) => (cell === '' ? null : answer.columns[i]!.type === 'text' ? cell : Number(cell))),
    )
    expect(cells).toEqual(rows)
    expect((JSON.parse(readFileSync(file('json'), 'utf8')) as PanelAnswer).rows).toEqual(rows)
    expect(fromJson(`[${readFileSync(file('jsonl'), 'utf8').trimEnd().replaceAll('\n', ',')}]`)).toEqual(rows)
  })

  test.each(['csv', 'parquet', 'jsonl'])('DuckDB reads %s', async (ending) => {
    const session = await openSession()
    const read = { csv: 'read_csv', parquet: 'read_parquet', jsonl: 'read_json' }[ending]!
    const found = await session.rows(`SELECT * FROM ${read}('${file(ending)}')`)
    const types = await session.rows(`DESCRIBE SELECT * FROM ${read}('${file(ending)}')`)
    session.close()
    expect(found.map((row) => answer.columns.map(({ name }) => row[name] ?? null))).toEqual(rows)
    expect(types.filter((one) => one['column_type'] === 'VARCHAR').map((one) => one['column_name'])).toEqual(
      answer.columns.filter(({ type }) => type === 'text').map(({ name }) => name),
    )
  })
})

const hasR = spawnSync('Rscript', ['-e', 'library(haven)'], { stdio: 'ignore' }).status === 0

/** R prints the bytes of each double, so that nothing is lost in digits. */
const inR = String.raw`
arguments <- commandArgs(TRUE)
if (grepl("dta$", arguments[1])) {
  suppressPackageStartupMessages(library(haven))
  table <- as.data.frame(as_factor(read_dta(arguments[1])))
} else table <- read.csv(arguments[1])
bytes <- function(x) ifelse(is.na(x), "", vapply(as.double(x), function(one) paste(format(writeBin(one, raw(), endian = "big")), collapse = ""), ""))
text <- function(x) ifelse(is.na(x), "", as.character(x))
shown <- lapply(table, function(x) if (is.numeric(x)) bytes(x) else text(x))
cat(paste(names(table), collapse = ","), "\n", sep = "")
cat(do.call(paste, c(unname(shown), sep = ",")), sep = "\n")
`

describe.skipIf(!hasR)('R (needs Rscript with its package haven: apt-get install r-cran-haven)', () => {
  test.each(['csv', 'dta'])('reads %s', (ending) => {
    writeFileSync(join(folder, 'read.R'), inR)
    const shown = execFileSync('Rscript', [join(folder, 'read.R'), file(ending)], { encoding: 'utf8', maxBuffer: 1e9 })
    // Stata names are cut at 32 characters
    expect(shown.split('\n').slice(1)).toEqual(expected().split('\n').slice(1))
  })

  test('shows labels of variables and notes', () => {
    const script = `library(haven); d <- read_dta("${file('dta')}"); cat(attr(d, "label"), attr(d$kappa, "label"), names(attr(d$kappa_flag, "labels")), attr(d, "notes"), sep = "\n")`
    const shown = execFileSync('Rscript', ['-e', script], { encoding: 'utf8' })
    expect(shown).toContain(`snapshot ${answer.snapshot.id}`)
    expect(shown).toContain("Cohen's kappa of votes")
    expect(shown).toContain('not-covered')
    expect(shown).toContain('Made by: visavis panel')
  })
})

const inPython = `
import struct, sys
import pandas
path = sys.argv[1]
table = pandas.read_stata(path) if path.endswith("dta") else pandas.read_json(path, lines=True, dtype=False, precise_float=True) if path.endswith("jsonl") else pandas.read_csv(path, float_precision="round_trip", keep_default_na=False, na_values=[""])
def text(x):
    return "" if pandas.isna(x) else x if isinstance(x, str) else struct.pack(">d", float(x)).hex()
print(",".join(table.columns))
for row in table.itertuples(index=False):
    print(",".join(text(x) for x in row))
`

describe.skipIf(pythonWithPandas === undefined)('Python (needs pandas: apt-get install python3-pandas)', () => {
  test.each(['csv', 'dta', 'jsonl'])('pandas reads %s', (ending) => {
    writeFileSync(join(folder, 'read.py'), inPython)
    const shown = execFileSync(pythonWithPandas!, [join(folder, 'read.py'), file(ending)], { encoding: 'utf8', maxBuffer: 1e9 })
    expect(shown.split('\n').slice(1)).toEqual(expected().split('\n').slice(1))
  })

  test('pandas finds the labels', () => {
    const script = `import pandas; r = pandas.read_stata("${file('dta')}", iterator=True); print(r.data_label); print(r.variable_labels()["kappa"]); print(r.value_labels()["flag"][8])`
    const shown = execFileSync(pythonWithPandas!, ['-c', script], { encoding: 'utf8' })
    expect(shown.split('\n')).toEqual([
      `Vis-à-vis dyad-year panel, snapshot ${answer.snapshot.id}`,
      "Cohen's kappa of votes, quadratic weights (index, -1 to 1)",
      'not-covered',
      '',
    ])
  })
})
