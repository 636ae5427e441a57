import type { PanelBlock } from '../../assessments/panel/panel.ts'
import { blocksOf, type PanelAnswer, type PanelColumn, panelContent } from '../../assessments/panel/panel-answer.ts'
import { panelStates } from '../../assessments/panel/panel-series.ts'
import { type StataBlock, type StataType, type StataVariable, stataNames, stataPieces } from '../../files/stata-writer.ts'

/** Name of the value labels of flags. */
const flagLabels = 'flag'

/** The panel as a Stata file (format 118): a missing value is `.`, flags and sources are labelled numbers, and notes tell snapshot, command, sources and terms. */
export function panelStata(answer: PanelAnswer): Iterable<Uint8Array> {
  const { columns, snapshot, command, flagMeanings, count } = answer
  const names = stataNames(columns.map(({ name }) => name))
  const variables = columns.map((column, i) => variableOf(answer, column, names[i]!))
  const sourceLabels = columns.flatMap((column, i): [string, [number, string][]][] =>
    column.role === 'source' ? [[names[i]!, column.sources.map((id, at) => [at + 1, id])]] : [],
  )
  return stataPieces(
    {
      label: `Vis-à-vis dyad-year panel, snapshot ${snapshot.id}`,
      day: snapshot.created.slice(0, 10),
      rows: count,
      variables,
      sortedBy: [names.indexOf('year'), names.indexOf('iso3_a'), names.indexOf('iso3_b')],
      valueLabels: { [flagLabels]: flagMeanings.map(({ code, name }) => [code, name] as const), ...Object.fromEntries(sourceLabels) },
      notes: [
        `Snapshot ${snapshot.id} of ${snapshot.created}`,
        `Made by: ${command}`,
        ...flagMeanings.map(({ code, name, meaning }) => `Flag ${code}, ${name}: ${meaning}`),
        ...answer.sources.map(
          ({ id, citation, vintage, licence }) => `Source ${id}: ${citation} Edition ${vintage}. Licence ${licence.id}.`,
        ),
      ],
    },
    stataBlocks(answer),
  )
}

function variableOf({ columns }: PanelAnswer, column: PanelColumn, name: string): StataVariable {
  const unit = column.unit === null ? '' : ` (${column.unit})`
  const labels = column.role === 'flag' ? flagLabels : column.role === 'source' ? name : undefined
  const notes =
    column.role === 'value' ? [column.description, `Year: ${column.year}`, `Sources: ${column.sources.join(', ')}`] : [column.description]
  const renamed = columns.some((one) => one.name === name) ? [] : [`In other formats: ${column.name}`]
  return {
    name,
    type: typeOf(column),
    label: `${column.title}${unit}`,
    ...(labels === undefined ? {} : { valueLabels: labels }),
    notes: [...notes, ...renamed],
  }
}

function typeOf({ role, type }: PanelColumn): StataType {
  if (role === 'flag' || role === 'source') return 'byte'
  return type === 'text' ? { text: 3 } : type === 'integer' ? 'int' : 'double'
}

function* stataBlocks(answer: PanelAnswer): Generator<StataBlock> {
  const figures = panelContent(answer)?.figures ?? []
  const iso = panelStates.map(({ iso3 }) => iso3)
  for (const block of blocksOf(answer)) {
    const { count, year, a, b, cow, gw } = block
    yield {
      count,
      columns: [
        ...[Array.from(a, (at) => iso[at]!), Array.from(b, (at) => iso[at]!), new Float64Array(count).fill(year)],
        ...[numbered(cow, a), numbered(cow, b), numbered(gw, a), numbered(gw, b)],
        ...figures.flatMap(({ series }, f) => {
          const own = [block.values[f]!, block.flags[f]!]
          return series.oneSourceEach ? [...own, zeroMissing(block, f)] : own
        }),
      ],
    }
  }
}

function numbered(codes: Uint16Array, places: Uint16Array): Float64Array {
  return Float64Array.from(places, (at) => codes[at]! || Number.NaN)
}

function zeroMissing({ sources }: PanelBlock, f: number): Float64Array {
  return Float64Array.from(sources[f]!, (source) => source || Number.NaN)
}
