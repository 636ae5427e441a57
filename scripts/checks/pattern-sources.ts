import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import ts from 'typescript'

/** A pattern and where it is written or constructed. */
export interface Found {
  readonly file: string
  readonly line: number
  readonly pattern: RegExp
}

/** A place that constructs patterns; for a single template, the text with a 9 for everything filled in. */
interface Maker extends Pick<Found, 'file' | 'line'> {
  readonly pattern: RegExp | null
}

export interface Written {
  readonly literals: readonly Found[]
  readonly makers: readonly Maker[]
}

const sourceFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()

/** Every literal pattern in some folders, and every place that constructs one. */
export function writtenIn(folders: readonly string[]): Written {
  const literals: Found[] = []
  const makers: Maker[] = []
  for (const file of folders.flatMap(sourceFiles)) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ESNext, true)
    const lineOf = (node: ts.Node): number => source.getLineAndCharacterOfPosition(node.getStart()).line + 1
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) literals.push({ file, line: lineOf(node), pattern: literal(node.text) })
      if (makesPattern(node)) makers.push({ file, line: lineOf(node), pattern: templateOf(node) })
      ts.forEachChild(node, visit)
    }
    visit(source)
  }
  return { literals, makers }
}

function literal(text: string): RegExp {
  const end = text.lastIndexOf('/')
  return new RegExp(text.slice(1, end), text.slice(end + 1))
}

/**
 * The pattern that a template makes of words or numbers, with a 9 for each; null where it is constructed in another
 * way.
 */
function templateOf({ arguments: given }: ts.CallExpression | ts.NewExpression): RegExp | null {
  const [source, flags] = given ?? []
  if (source === undefined || !ts.isTemplateExpression(source)) return null
  const text = source.head.text + source.templateSpans.map(({ literal: { text: behind } }) => `9${behind}`).join('')
  return new RegExp(text, flags !== undefined && ts.isStringLiteral(flags) ? flags.text : '')
}

/** `new RegExp(…)`, and string methods that turn a string into a pattern. */
function makesPattern(node: ts.Node): node is ts.CallExpression | ts.NewExpression {
  if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp') return true
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false
  const [first] = node.arguments
  const isText = first !== undefined && (ts.isStringLiteralLike(first) || ts.isTemplateExpression(first))
  return isText && /^(?:match|matchAll|search)$/.test(node.expression.name.text)
}

/** These modules start work, or run in the page, when loaded. */
const notLoaded = /worker\.ts$|main\.ts$/

/**
 * Every pattern that the modules of a folder construct, with its location, while they load and while `use` runs them. A
 * pattern constructed per text is recorded once for each form that occurs.
 */
export async function madeIn(folder: string, use: () => Promise<void>): Promise<Found[]> {
  const found = new Map<string, Found>()
  const root = pathToFileURL(`${process.cwd()}/`).pathname
  const caller = new RegExp(`${root}(${folder}/[^:?]+)[^:]*:(\\d+):\\d+`)
  const own = RegExp
  const keep = (pattern: RegExp): RegExp => {
    // line 0 is the error, then this function, then the trap, then the caller
    const frame = new Error().stack?.split('\n')[3] ?? ''
    const place = caller.exec(frame)
    const key = `${place?.[1]} ${place?.[2]} ${pattern}`
    if (place !== null && !found.has(key)) found.set(key, { file: place[1]!, line: Number(place[2]), pattern })
    return pattern
  }
  globalThis.RegExp = new Proxy(own, {
    construct: (target, given) => keep(Reflect.construct(target, given)),
    apply: (target, _, given) => keep(Reflect.construct(target, given)),
  })
  try {
    for (const file of sourceFiles(folder)) if (!notLoaded.test(file)) await import(pathToFileURL(file).href)
    await use()
  } finally {
    globalThis.RegExp = own
  }
  return [...found.values()]
}
