import { membersOn } from '../../states/index.ts'
import type { Evidence, Known } from '../../store/index.ts'
import type { DomainInputs, Item } from '../forms/assessment.ts'
import { toldDateWords } from '../forms/told-date-words.ts'
import { vintageOf } from '../forms/unknown.ts'
import { capitaliseArticles, inSentence, joinedWords } from '../forms/wording.ts'
import { type AgreementRow, type InstitutionRow, storedAgreements, storedInstitutions } from '../record/agreement-rows.ts'
import type { TableFindings } from '../record/ledger-domain.ts'
import { storedMemberships } from '../record/memberships.ts'
import { inForceCondition, inList } from '../rows/conditions.ts'
import { begunBy, inForceOn } from '../rows/spells.ts'

const area = 'SEPA'
const kinds: readonly string[] = ['settlement', 'payment-link']

/**
 * Returns how payments pass between the two: the area of payments that both belong to, systems and cards that are linked, agreements on their own currencies, and
 * a clearing bank for yuan. The figures count them; a pair without one has no figure, since the lists are not complete.
 */
export async function paymentSystems(bench: DomainInputs): Promise<TableFindings> {
  const { a, b, to } = bench.dyad
  const [agreements, institutions] = [await storedAgreements(bench.snapshot), await storedInstitutions(bench.snapshot)]
  const rows = agreements.of(a.iso3, b.iso3).filter((row) => kinds.includes(row.kind) && begunBy(row, to) && inForceOn(row, to))
  const members = institutions.of(area).filter((row) => (row.state === a.iso3 || row.state === b.iso3) && inForceOn(row, to))
  const links = rows.filter(({ kind }) => kind === 'payment-link')
  const settlements = rows.filter(({ kind }) => kind === 'settlement')
  const shared = members.length === 2 ? members : []
  return {
    estimates: [
      ...(shared.length + links.length === 0 ? [] : [networkCount(bench, shared, links)]),
      ...(settlements.length === 0 ? [] : [settlementCount(bench, settlements)]),
    ],
    sentences: [...(shared.length === 0 ? [] : [await areaSentence(bench)]), ...rows.map((row) => rowSentence(bench, row))].map(
      capitaliseArticles,
    ),
    items: rows.map(rowItem).reverse(),
    notes: rows.length === 0 ? [] : ['An agreement or a link says that payments can be made this way, not how many are.'],
  }
}

function networkCount(bench: DomainInputs, shared: readonly InstitutionRow[], links: readonly AgreementRow[]): Known {
  const { a, b, to } = bench.dyad
  const ofArea: Evidence = {
    source: 'institution-memberships',
    vintage: vintageOf(bench.cards, 'institution-memberships'),
    rows: `institution_memberships where role = 'member' and institution = '${area}' and state in ${inList([a.iso3, b.iso3])} and ${inForceCondition(to)}`,
    count: shared.length,
  }
  return {
    ...leastCount(bench, (shared.length > 0 ? 1 : 0) + links.length),
    id: 'common-payment-networks',
    label: 'payment areas and linked payment systems',
    method: `the Single Euro Payments Area, if both belong to it on ${to}, and links of payment systems in force; the list of links is not complete`,
    evidence: [ofArea, evidenceOf(bench, 'payment-link', links)].filter(({ count }) => count > 0),
  }
}

function settlementCount(bench: DomainInputs, settlements: readonly AgreementRow[]): Known {
  return {
    ...leastCount(bench, settlements.length),
    id: 'payment-agreements',
    label: 'agreements on payments in own currencies, and clearing banks',
    method: `agreements and clearing banks in force on ${bench.dyad.to}; the list is not complete`,
    evidence: [evidenceOf(bench, 'settlement', settlements)],
  }
}

/** The fields of a count over a list that is not complete. */
function leastCount({ dyad }: DomainInputs, value: number): Pick<Known, 'state' | 'unit' | 'period' | 'value' | 'interval' | 'certainty'> {
  return { state: 'observed', unit: 'count', period: dyad.to, value, interval: 'exact', certainty: 'at least' }
}

function evidenceOf(bench: DomainInputs, kind: string, rows: readonly AgreementRow[]): Evidence {
  const { a, b, to } = bench.dyad
  const sides = inList([a.iso3, b.iso3])
  return {
    source: 'agreements-and-restrictions',
    vintage: vintageOf(bench.cards, 'agreements-and-restrictions'),
    rows: `agreements_and_restrictions where kind = '${kind}' and state_a in ${sides} and state_b in ${sides} and ${inForceCondition(to)}`,
    count: rows.length,
  }
}

async function areaSentence({ dyad: { a, b, to }, snapshot }: DomainInputs): Promise<string> {
  const euro = membersOn((await storedMemberships(snapshot)).all, 'EUROZONE', to)
  const both = `${inSentence(a.name)} and ${inSentence(b.name)}`
  return euro.includes(a.iso3) && euro.includes(b.iso3)
    ? `${both} share a currency, the euro, and are in the Single Euro Payments Area.`
    : `${both} are both in the Single Euro Payments Area, so transfers in euros between them follow one rule.`
}

function rowSentence({ dyad: { a, b } }: DomainInputs, row: AgreementRow): string {
  const both = joinedWords([inSentence(a.name), inSentence(b.name)])
  const since = toldDateWords(row.start_told)
  if (row.form === 'clearing bank') {
    const host = row.state_a === 'CHN' ? row.state_b : row.state_a
    const name = [a, b].find(({ iso3 }) => iso3 === host)!.name
    return `China has had a clearing bank for yuan in ${inSentence(name)} since ${since}.`
  }
  if (row.kind === 'settlement') return `${both} have had an agreement on payments in their own currencies since ${since} (${row.name}).`
  return `Payment systems of ${both} have been linked since ${since} (${row.name}).`
}

function rowItem(row: AgreementRow): Item {
  const note = row.note === null ? '' : `; ${row.note}`
  return {
    kind: 'relation',
    date: row.start_date,
    text: `Since ${toldDateWords(row.start_told)}: ${row.name}${note}`,
    source: row.source,
    citation: row.locator,
  }
}
