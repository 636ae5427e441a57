/** One element of a page. */
export interface Element {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly parents: readonly string[]
  /** Its text, including that of its children. */
  text: string
}

const token = /<!DOCTYPE html>|<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[a-zA-Z:-]+="[^"<]*")*)\s*(\/?)>/g

/**
 * The elements of a page in well-formed XML: every element closed in order, every attribute quoted, no bare `<`.
 *
 * @throws Error at the first violation
 */
export function elementsOf(page: string): Element[] {
  const [open, all]: [Element[], Element[]] = [[], []]
  let at = 0
  for (const found of page.matchAll(token)) {
    addText(page.slice(at, found.index), open)
    at = found.index + found[0].length
    const [, closing, name, attributes, empty] = found
    if (name === undefined) continue
    if (closing === '/') {
      const last = open.pop()
      if (last?.name !== name) throw new Error(`</${name}> closes <${last?.name}> near ${page.slice(at - 200, at)}`)
      continue
    }
    const element: Element = { name, attributes: attributesOf(attributes!), parents: open.map((one) => one.name), text: '' }
    all.push(element)
    if (empty !== '/') open.push(element)
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)!.name}> is never closed`)
  return all
}

function addText(text: string, open: readonly Element[]): void {
  if (/</.test(text)) throw new Error(`a bare < in ${text.slice(0, 200)}`)
  for (const element of open) element.text += text
}

function attributesOf(text: string): Map<string, string> {
  const pairs = [...text.matchAll(/([a-zA-Z:-]+)="([^"]*)"/g)]
  const map = new Map(pairs.map(([, name, value]) => [name!, value!]))
  if (map.size < pairs.length) throw new Error(`an attribute stands twice: ${text}`)
  return map
}
