import { unionOf } from './span.ts'
import type { CodeSpan, NameSpan, Span, State } from './state.ts'

const parts = (text: string, separator: string): string[] =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '')

function spanOf(text: string): Span {
  const [from = '', to = ''] = text.split('/')
  return { from, to: to === '' ? null : to }
}

function codeSpansOf(field: string): CodeSpan[] {
  return parts(field, ';').flatMap((group) => {
    const [code = '', spans = ''] = group.split(':')
    return parts(spans, ',').map((span) => ({ code: Number(code), ...spanOf(span) }))
  })
}

function nameSpansOf(field: string): NameSpan[] {
  return parts(field, ';').map((entry) => {
    const cut = entry.lastIndexOf(' ')
    return { name: entry.slice(0, cut), ...spanOf(entry.slice(cut + 1)) }
  })
}

/**
 * Reads a state from one line of a state table; its successors are left empty. Columns, separated by `|`: ISO3, ISO2, UN M49, short name, official name,
 * Correlates of War numbers with their periods, Gleditsch-Ward numbers with theirs, predecessors, short names with their periods.
 *
 * @example stateOfRow('MLT | MT | 470 | Malta | Republic of Malta | 338: 1964-09-21/ | 338: 1964-09-21/ | |').spans   // [{ from: '1964-09-21', to: null }]
 */
export function stateOfRow(row: string): State {
  const [iso3 = '', iso2 = '', m49 = '', name = '', official = '', cow = '', gw = '', predecessors = '', names = ''] = row
    .split('|')
    .map((field) => field.trim())
  const codes = { cow: codeSpansOf(cow), gw: codeSpansOf(gw) }
  return {
    iso3,
    iso2: iso2 === '' ? null : iso2,
    m49: m49 === '' ? null : Number(m49),
    name,
    official,
    names: nameSpansOf(names),
    spans: unionOf([...codes.cow, ...codes.gw]),
    ...codes,
    predecessors: parts(predecessors, ' '),
    successors: [],
  }
}

/**
 * Returns the states of a table. The successors of a state are the states that name it as a predecessor.
 *
 * @example statesOfTable('AAB | | | A | A | 1: 1816-01-01/1820-01-01 | | |\nAAC | | | C | C | 2: 1820-01-02/ | | AAB |')[0].successors   // ['AAC']
 */
export function statesOfTable(table: string): State[] {
  const states = parts(table, '\n').map(stateOfRow)
  const successors = new Map<string, string[]>()
  for (const { iso3, predecessors } of states) {
    for (const predecessor of predecessors) successors.set(predecessor, [...(successors.get(predecessor) ?? []), iso3].sort())
  }
  return states.map((state) => ({ ...state, successors: successors.get(state.iso3) ?? [] }))
}
