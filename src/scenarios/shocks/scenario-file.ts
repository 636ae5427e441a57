import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import { VisavisError } from '../../errors.ts'
import { type Scenario, scenarioSchema } from './scenario.ts'

const hint = 'visavis scenario list   prints a scenario to start from with --json'

/** Longest text of a scenario, in characters: the longest lists that the form allows are a tenth of it. */
const longest = 1_000_000

/**
 * Reads a scenario file, which is YAML 1.2 or JSON (which is YAML as well). Duplicate keys, unknown tags and more than one document are errors.
 *
 * @throws VisavisError BadInput, which names the line, the field and its fault; TooLarge for more than a million characters
 * @example parseScenario('{ name: Gift, base: baci-2023, shocks: [{ kind: transfer, from: [DEU], to: [UKR], amount: 9 }] }').shocks.length   // 1
 */
export function parseScenario(text: string): Scenario {
  if (text.length > longest)
    throw new VisavisError('TooLarge', `The scenario has ${text.length} characters; ${longest} are the most.`, { hint })
  const lines = new LineCounter()
  const document = readDocument(text, lines)
  const parsed = scenarioSchema.safeParse(plainValue(document))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  const line = lineOf(document, [...issue.path, ...unknown], lines)
  const what = issue.message.endsWith('received undefined') ? 'this field is missing' : issue.message
  throw new VisavisError('BadInput', `The scenario is not valid at ${issue.path.join('.') || 'its top'} (line ${line}): ${what}.`, { hint })
}

function readDocument(text: string, lines: LineCounter): Document {
  let document: Document
  try {
    document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true, uniqueKeys: true })
  } catch (cause) {
    // thousands of nested brackets overflow the stack of the parser
    throw new VisavisError('BadInput', `The scenario cannot be read: ${(cause as Error).message}.`, { hint, cause })
  }
  const fault = document.errors[0] ?? document.warnings[0]
  if (fault === undefined) return document
  const { line } = lines.linePos(fault.pos[0])
  const what = fault.code === 'MULTIPLE_DOCS' ? 'it has several documents' : fault.message.replace(/\.$/, '')
  throw new VisavisError('BadInput', `The scenario is neither YAML nor JSON at line ${line}: ${what}.`, { hint, cause: fault })
}

function plainValue(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch (cause) {
    throw new VisavisError('BadInput', `The scenario cannot be read: ${(cause as Error).message}.`, { hint, cause })
  }
}

/** Line of the deepest part of a path that the document has: where a field is missing, that of what should have it. */
function lineOf(document: Document, path: readonly PropertyKey[], lines: LineCounter): number {
  let at = startOf(document.contents) ?? 0
  for (const [depth, key] of path.entries()) {
    const above = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true)
    const own = isMap(above) ? above.items.find((item) => isScalar(item.key) && item.key.value === key)?.key : undefined
    at = startOf(own ?? document.getIn(path.slice(0, depth + 1), true)) ?? at
  }
  return lines.linePos(at).line
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined
}
