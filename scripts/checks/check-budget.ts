import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import ts from 'typescript'

/**
 * The size budget of the project: see CONTRIBUTING.md. Tables (files that contain only data) may be longer. A folder
 * with few entries can be read at a glance.
 */
const limits = { folder: 25, fileMax: 600, functionMedian: 10, functionP90: 30, functionMax: 80, pattern: 150 }
/** Number of remaining long regular expressions. A change may lower this number and never raise it; the goal is zero. */
const longPatternsLeft = 247
const banned = /^(util|utils|helper|helpers|common|misc)\.tsx?$/
const table = /(^|\/)([a-z0-9-]+-)?(table|tables|spellings|names|catalogue)(-[a-z0-9-]+)?\.ts$/

interface Measured {
  readonly place: string
  readonly lines: number
}

const faults: string[] = []
const files: Measured[] = []
const functions: Measured[] = []
const longPatterns: string[] = []
/** Modules of `src` that export a name. One name has one meaning; only the card of a source is called `card` in each. */
const exporters = new Map<string, Set<string>>()

for (const path of ['src', 'app/src'].flatMap(sourceFiles)) measure(path)
for (const folder of ['src', 'app/src'].flatMap(foldersIn)) {
  const entries = readdirSync(folder).length
  if (entries > limits.folder) faults.push(`${folder}: ${entries} entries, budget ${limits.folder}: find the two things that it is`)
}
report('files', files, { max: limits.fileMax })
report('functions', functions, { median: limits.functionMedian, p90: limits.functionP90, max: limits.functionMax })
console.log(`regular expressions over ${limits.pattern} characters: ${longPatterns.length}`)
if (longPatterns.length > longPatternsLeft)
  faults.push(
    `${longPatterns.length} regular expressions over ${limits.pattern} characters, ${longPatternsLeft} before:\n  ${longPatterns.join('\n  ')}`,
  )
for (const [name, modules] of exporters)
  if (modules.size > 1 && name !== 'card') faults.push(`${name} is exported by ${[...modules].join(', ')}: one name, one meaning`)
for (const fault of faults) console.error(fault)
process.exitCode = faults.length === 0 ? 0 : 1

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

function foldersIn(folder: string): string[] {
  const inside = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isDirectory())
  return [folder, ...inside.map((entry) => join(entry.parentPath, entry.name))].sort()
}

function measure(path: string): void {
  const text = readFileSync(path, 'utf8')
  if (banned.test(basename(path))) faults.push(`${path}: a file's name says what it holds`)
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true)
  if (path.startsWith('src'))
    for (const name of file.statements.flatMap(exportedNames)) exporters.set(name, (exporters.get(name) ?? new Set()).add(path))
  const before = functions.length
  visit(file, file, path, table.test(path))
  const isData = table.test(path) && functions.slice(before).every(({ lines }) => lines <= 3)
  if (!isData) files.push({ place: path, lines: text.split('\n').length - 1 })
}

function exportedNames(statement: ts.Statement): string[] {
  const isExported = ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  if (isExported !== true) return []
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []))
  const { name } = statement as ts.DeclarationStatement
  return name === undefined ? [] : [name.text]
}

function visit(node: ts.Node, file: ts.SourceFile, path: string, isTable: boolean): void {
  const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1
  if (node.kind === ts.SyntaxKind.AnyKeyword) faults.push(`${path}:${line}: any`)
  if (ts.isExportAssignment(node)) faults.push(`${path}:${line}: default export`)
  if (ts.isExportDeclaration(node) && node.exportClause === undefined) faults.push(`${path}:${line}: export *`)
  if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
    const lines = file.getLineAndCharacterOfPosition(node.getEnd()).line + 2 - line
    const anonymous = ts.isArrowFunction(node) || ts.isFunctionExpression(node)
    if (!anonymous || lines > 3) functions.push({ place: `${path}:${line}`, lines })
  }
  if (!isTable && ts.isRegularExpressionLiteral(node) && node.text.length > limits.pattern)
    longPatterns.push(`${path}:${line}: ${node.text.length}`)
  ts.forEachChild(node, (child) => visit(child, file, path, isTable))
}

interface Budget {
  readonly median?: number
  readonly p90?: number
  readonly max: number
}

function report(what: string, measured: Measured[], { median, p90, max }: Budget): void {
  measured.sort((x, y) => x.lines - y.lines)
  const at = (q: number): number => measured[Math.min(measured.length - 1, Math.floor(q * measured.length))]?.lines ?? 0
  const longest = measured.at(-1)
  console.log(`${what}: ${measured.length}, median ${at(0.5)}, 90th percentile ${at(0.9)}, longest ${longest?.lines} (${longest?.place})`)
  if (median !== undefined && at(0.5) > median) faults.push(`${what}: median ${at(0.5)} lines, budget ${median}`)
  if (p90 !== undefined && at(0.9) > p90) faults.push(`${what}: 90th percentile ${at(0.9)} lines, budget ${p90}`)
  for (const one of measured) if (one.lines > max) faults.push(`${one.place}: ${one.lines} lines, budget ${max}`)
}
