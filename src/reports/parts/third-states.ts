import type { ThirdState } from '../../assessments/forms/third-state.ts'
import { formatShare, significant } from '../../assessments/forms/wording.ts'
import type { Assessment } from '../../assessments/index.ts'
import type { Known } from '../../store/index.ts'
import { type Column, markdownTable, textTable, wrap } from '../text/table.ts'

/** Largest number of states shown per flow in text; the JSON has all. */
const most = 4
const width = 110

/** Writes the states that depend on the pair, as text; an empty list if there are none. */
export function thirdStatesText(assessment: Assessment): string[] {
  if (assessment.thirdStates.length === 0 && assessment.routes === undefined) return []
  const table = assessment.thirdStates.length === 0 ? [] : ['', ...textTable(columns(assessment), rows(assessment)).split('\n')]
  return [
    [
      'THIRD STATES',
      ...lead(assessment).map((line) => wrap(line, width, '  ')),
      ...table.map((line) => (line === '' ? '' : `  ${line}`)),
      '',
    ].join('\n'),
  ]
}

export function thirdStatesMarkdown(assessment: Assessment): string[] {
  if (assessment.thirdStates.length === 0 && assessment.routes === undefined) return []
  const table = assessment.thirdStates.length === 0 ? [] : [markdownTable(columns(assessment), rows(assessment)), '']
  return ['## Third states', '', ...lead(assessment).flatMap((line) => [line, '']), ...table]
}

/** Returns the states that depend on the pair as table cells, for other layouts; undefined if there are none. */
export function thirdStatesTable(assessment: Assessment): { lead: string; columns: Column[]; rows: string[][] } | undefined {
  if (assessment.thirdStates.length === 0 && assessment.routes === undefined) return undefined
  return { lead: lead(assessment).join(' '), columns: columns(assessment), rows: rows(assessment) }
}

function lead({ thirdStates, routes }: Assessment): string[] {
  const around = routes?.sentences ?? []
  if (thirdStates.length === 0) return [...around]
  const left = thirdStates.length - shown(thirdStates).length
  const more = left > 0 ? ` The first ${most} of each flow; --json has ${left} more.` : ''
  return [...around, `A tenth or more of a flow of their trade, by their own latest report, comes from or goes to one of the two.${more}`]
}

function shown(thirdStates: readonly ThirdState[]): ThirdState[] {
  return thirdStates.filter((one, i) => thirdStates.slice(0, i).filter(({ flow }) => flow === one.flow).length < most)
}

function columns({ a, b }: Assessment): Column[] {
  return [
    { title: 'flow' },
    { title: 'state' },
    { title: a.name, align: 'right' },
    { title: b.name, align: 'right' },
    { title: 'equal partners', align: 'right' },
    { title: 'when' },
    { title: 'source' },
  ]
}

function rows({ thirdStates }: Assessment): string[][] {
  return shown(thirdStates).map((one) => [
    one.flow,
    one.name,
    shared(one.a),
    shared(one.b),
    significant(one.partners.value),
    when(one),
    one.partners.evidence[0]!.source,
  ])
}

function shared(share: Known | null): string {
  return share === null ? 'none reported' : formatShare(share.value)
}

function when({ partners }: ThirdState): string {
  return partners.state === 'estimated' ? `${partners.period} (estimated)` : partners.period
}
