import type { DomainInputs, Item } from '../forms/assessment.ts'
import { toldDateWords } from '../forms/told-date-words.ts'
import { capitaliseArticles, inSentence } from '../forms/wording.ts'
import type { AgreementRow } from '../record/agreement-rows.ts'
import type { TableFindings } from '../record/ledger-domain.ts'
import { inForceOn } from '../rows/spells.ts'
import { commonRegimes, regimeSentences, regimesKnown } from './export-control-regimes.ts'
import { spaceCounts, spaceSentences } from './space-programmes.ts'
import { type TechnologyTies, technologyTies } from './technology-ties.ts'

/** Returns export control regimes, programmes in space and restrictions on suppliers that the two have in common or against each other. */
export async function technologyRegimes(bench: DomainInputs): Promise<TableFindings> {
  const ties = await technologyTies(bench)
  const missions = ties.between.filter(({ kind }) => kind === 'joint-mission')
  const limits = ties.between.filter((row) => row.kind === 'supplier-restriction' && inForceOn(row, bench.dyad.to))
  return {
    estimates: [...commonRegimes(ties), ...spaceCounts(ties)],
    sentences: [...limitSentences(ties, limits), ...regimeSentences(ties), ...spaceSentences(ties, missions)].map(capitaliseArticles),
    items: [...limits, ...missions].map(rowItem).sort((x, y) => (x.date < y.date ? 1 : -1)),
    notes: notesOn(ties, limits),
  }
}

const limitVerbs: Readonly<Record<string, string>> = {
  ban: 'has barred Chinese suppliers of telecommunications from its new networks since',
  'phase-out': 'is removing Chinese suppliers of telecommunications from its networks, as decided on',
  restriction: 'has restricted suppliers of telecommunications, Chinese ones above all, since',
  warning: 'has warned of Chinese suppliers of telecommunications since',
}

/** Says the strictest restriction only; a later one of the same kind replaces an earlier one. */
function limitSentences({ bench: { dyad } }: TechnologyTies, limits: readonly AgreementRow[]): string[] {
  const strictest = Object.keys(limitVerbs).flatMap((form) => limits.findLast((row) => row.form === form) ?? [])[0]
  if (strictest === undefined) return []
  const actor = [dyad.a, dyad.b].find(({ iso3 }) => iso3 === strictest.actor)!
  return [`${inSentence(actor.name)} ${limitVerbs[strictest.form]!} ${toldDateWords(strictest.start_told)} (${strictest.name}).`]
}

function rowItem(row: AgreementRow): Item {
  const note = row.note === null ? '' : `; ${row.note}`
  const what = row.kind === 'joint-mission' ? 'joint mission' : row.form
  return {
    kind: 'relation',
    date: row.start_date,
    text: `${toldDateWords(row.start_told)}: ${what}, ${row.name}${note}`,
    source: row.source,
    citation: row.locator,
  }
}

function notesOn(ties: TechnologyTies, limits: readonly AgreementRow[]): string[] {
  return [
    ...(regimesKnown(ties)
      ? ['Belonging to the same export control regimes says that both control the same goods, not that they sell them to each other.']
      : []),
    ...(limits.length === 0
      ? []
      : ['Most laws on suppliers of telecommunications name no state: a row stands where the law was made or used against Chinese ones.']),
  ]
}
