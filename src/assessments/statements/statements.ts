import { type ClosenessEvidence, closenessLimits, closenessOf } from '../../measures/standing/closeness.ts'
import { looseTreaties, standingBodies } from '../../measures/standing/standing-bodies.ts'
import { type FactRow, factsOf, inForce } from '../../memory/facts/fact-rows.ts'
import { nameOn, stateOf } from '../../states/index.ts'
import { isKnown } from '../../store/index.ts'
import { blocName } from '../domains/institutions.ts'
import type { DomainAssessment, DomainInputs } from '../forms/assessment.ts'
import type { ClosenessSentence, Statement } from '../forms/statement.ts'
import { formatShare, inSentence, joinedWords, possessive } from '../forms/wording.ts'
import { factStatements } from './fact-statements.ts'
import { figureStatements } from './figure-statements.ts'

/** What is said of a pair beside its standing, the weightiest first. */
export interface PairStatements {
  readonly closeness: ClosenessSentence
  readonly statements: readonly Statement[]
}

/** Ranks what the memory's facts and the figures of the domains say of a pair on the day of its page. */
export async function pairStatements(
  { dyad: { a, b, to }, snapshot }: DomainInputs,
  domains: readonly DomainAssessment[],
): Promise<PairStatements> {
  const facts = await factsOf(snapshot, a.iso3, b.iso3, to)
  const nameOf = (id: string): string => {
    const state = stateOf(id)
    return state === undefined ? blocName(id) : inSentence(nameOn(state, to))
  }
  const [nameA, nameB] = [inSentence(a.name), inSentence(b.name)]
  const statements = [...factStatements(facts, to, a.iso3, b.iso3, nameOf), ...figureStatements(domains, nameA, nameB)]
  return {
    closeness: closenessSentence(facts, domains, to, [a, b]),
    statements: statements.sort((x, y) => y.weight - x.weight || (x.text < y.text ? -1 : 1)),
  }
}

/** Unions of economies or of borders among the bodies of the standing rule. */
const unions: ReadonlySet<string> = new Set([
  ...standingBodies.filter(({ kind }) => kind === 'community').map(({ bloc }) => bloc),
  'EUROZONE',
  'UNION-STATE',
])

/** Kinds of trade agreements that free most trade. */
const freeTrade: ReadonlySet<string> = new Set(['customs union', 'economic integration', 'free trade area'])

/** Kinds of facts that tie two states in security without a treaty of defence; a table may bring more of them. */
const securityKinds: ReadonlySet<string> = new Set(['ally-designation', 'security-law'])

/** Kinds of facts that divide two states: a law that names the other is then no tie. */
const divisive: ReadonlySet<string> = new Set(['sanction', 'enmity', 'designation'])

function closenessSentence(
  facts: readonly FactRow[],
  domains: readonly DomainAssessment[],
  to: string,
  sides: readonly [{ readonly name: string }, { readonly name: string }],
): ClosenessSentence {
  const figures = new Map(
    domains.flatMap(({ estimates }) => estimates).flatMap((one): [string, number][] => (isKnown(one) ? [[one.id, one.value]] : [])),
  )
  const periods = new Map(domains.flatMap(({ estimates }) => estimates).map(({ id, period }) => [id, period]))
  const held = facts.filter((fact) => inForce(fact, to) === 'sure' && !(fact.kind === 'treaty' && looseTreaties.has(fact.ref ?? '')))
  const treaties = held.filter(({ kind }) => kind === 'treaty')
  const most = (...ids: readonly string[]): number | undefined => {
    const found = ids.flatMap((id) => figures.get(id) ?? [])
    return found.length === 0 ? undefined : Math.max(...found)
  }
  const partnership = held.filter(({ kind }) => kind === 'partnership').at(-1)
  const agreement = held.find(({ kind, form }) => kind === 'trade-agreement' && freeTrade.has(form ?? ''))
  const tie = held.some(({ kind }) => divisive.has(kind)) ? undefined : held.find(({ kind }) => securityKinds.has(kind))
  const evidence: ClosenessEvidence = {
    defenceTreaty: treaties.some(({ form }) => form?.includes('defence') === true),
    union: held.some(({ kind, ref }) => (kind === 'common-bloc' || kind === 'common-institution') && unions.has(ref ?? '')),
    securityTie:
      treaties.some(({ form }) => form?.includes('nonaggression') === true && form.includes('consultation')) || tie !== undefined,
    partnership: partnership !== undefined,
    tradeAgreement: agreement !== undefined,
    armsShare: most('arms-import-share-a', 'arms-import-share-b'),
    forces: most('us-forces-a-in-b', 'us-forces-b-in-a'),
    debtShare: most('public-debt-share-a-to-b', 'public-debt-share-b-to-a'),
    visaFreeBothWays: figures.get('visa-a-in-b') === 5 && figures.get('visa-b-in-a') === 5,
    exercises: (figures.get('exercises-recorded') ?? 0) >= closenessLimits.fewestExercises,
  }
  const found = closenessOf(evidence)
  const ties = tieWords({ evidence, partnership, agreement, tie, treaties, figures, periods, sides })
  const both = `${inSentence(sides[0].name)} and ${inSentence(sides[1].name)}`
  const opening =
    found === 'close partners'
      ? `${both} are close partners without a treaty of defence`
      : found === 'partners'
        ? `${both} are partners`
        : undefined
  return { class: found, sentence: opening === undefined || ties.length === 0 ? '' : `${capital(opening)}: ${joinedWords(ties)}.` }
}

interface Ties {
  readonly evidence: ClosenessEvidence
  readonly partnership: FactRow | undefined
  readonly agreement: FactRow | undefined
  readonly treaties: readonly FactRow[]
  readonly tie: FactRow | undefined
  readonly figures: ReadonlyMap<string, number>
  readonly periods: ReadonlyMap<string, string>
  readonly sides: readonly [{ readonly name: string }, { readonly name: string }]
}

function tieWords({ evidence, partnership, agreement, tie, treaties, figures, periods, sides }: Ties): string[] {
  const shareA = figures.get('arms-import-share-a') ?? 0
  const buyer = shareA >= (figures.get('arms-import-share-b') ?? 0) ? sides[0] : sides[1]
  const armsYears = periods.get(buyer === sides[0] ? 'arms-import-share-a' : 'arms-import-share-b')?.replace('/', ' to ')
  const pact = treaties.find(({ form }) => form?.includes('nonaggression') === true && form.includes('consultation'))
  return [
    ...(tie === undefined ? [] : [`${tie.kind === 'security-law' ? 'the ' : ''}${tie.name} (since ${tie.start_told.slice(0, 4)})`]),
    ...(pact === undefined ? [] : [`the ${pact.name!.replace(/^The /, '')} (since ${pact.start_told.slice(0, 4)})`]),
    ...(partnership === undefined
      ? []
      : [`a declared ${partnership.name ?? 'strategic partnership'} (${partnership.start_told.slice(0, 4)})`]),
    ...((evidence.armsShare ?? 0) >= closenessLimits.armsShare
      ? [`${formatShare(evidence.armsShare!)} of ${possessive(buyer.name)} arms imports (${armsYears})`]
      : []),
    ...((evidence.forces ?? 0) >= closenessLimits.forces
      ? [`${evidence.forces!.toLocaleString('en-US', { maximumSignificantDigits: 3 })} US forces`]
      : []),
    ...(evidence.exercises ? [`${figures.get('exercises-recorded')} or more common exercises in five years`] : []),
    ...(agreement === undefined ? [] : [`a trade agreement (since ${agreement.start_told.slice(0, 4)})`]),
    ...((evidence.debtShare ?? 0) >= closenessLimits.debtShare
      ? [`${formatShare(evidence.debtShare!)} of the public debt of one of the two`]
      : []),
    ...(evidence.visaFreeBothWays ? ['no visas either way'] : []),
  ]
}

function capital(text: string): string {
  return `${text[0]!.toUpperCase()}${text.slice(1)}`
}
