import { randomStream } from '../../numeric/random.ts'
import type { Ledger, LedgerItem } from '../forms/ledger-item.ts'
import { likelihoodWord } from '../forms/likelihood.ts'
import { type Stage, stageAndLevels } from '../forms/stage.ts'
import { confidenceOf, type Findings, likelihoodSentence, partyNames, type QuestionResult } from './judgement-parts.ts'

const draws = 200
/** Share of the items that is assumed to be wrong. */
const wrong = 0.1

/** Judges whether the stage would be the same if a tenth of the items behind it were wrong. */
export function judgeStage(findings: Findings, ledger: Ledger | undefined): QuestionResult {
  const { stage, a, b } = findings
  if (stage === null || ledger === undefined) return { gaps: [] }
  const items = stage.indicators.flatMap((indicator) => indicator.items)
  if (stage.complete === 'unknown' || items.length < 1 / wrong) return { gaps: [noStage(stage)] }
  const held = timesHeld(stage, ledger, items, findings.seed)
  const value = (held + 1) / (draws + 2)
  const word = likelihoodWord(value)
  const name = {
    none: 'have completed none of three stages of military cooperation',
    early: 'have completed the early of three stages of military cooperation and no later one',
    moderate: 'have completed the moderate of three stages of military cooperation and not the advanced one',
    advanced: 'have completed the advanced, the last of three stages of military cooperation',
  }[stage.complete]
  const event = (says: string, words?: string) => ({
    says,
    watch: {
      name: `new items after ${stage.asOf}`,
      a: a.iso3,
      b: b.iso3,
      type: 'event',
      since: stage.asOf,
      ...(words === undefined ? {} : { words }),
    } as const,
  })
  const open = stage.indicators
    .filter((one) => one.stage === stage.next?.stage && one.level !== undefined && one.level < 2)
    .map(({ title }) => title.toLowerCase())
  return {
    gaps: [],
    judgement: {
      id: 'stage-holds',
      title: 'stage, were a tenth of its items wrong',
      domains: ['alliance', 'arms', 'exercises'],
      statement: likelihoodSentence(word, `${partyNames(findings)} ${name}, even if a tenth of the items behind that were wrong`),
      word,
      probability: { value, low: value, high: value },
      how: `the stage was the same in ${held} of ${draws} draws without a random tenth of the ${items.length} items that weigh; (${held} + 1) / (${draws} + 2)`,
      confidence: confidenceOf({ strengths: [`it rests on ${items.length} dated, sourced items`], doubts: doubtsOn(findings, stage) }),
      raises: { says: `no item against an indicator of the stage in the twelve months after ${stage.asOf}`, watch: null },
      lowers: event(
        open.length === 0
          ? 'items after that day that contradict an indicator of the stage'
          : `acts in three different years, or a standing arrangement, of ${open[0]}; or new items against an indicator of the stage`,
      ),
      basis: stage.hangsOn.length === 0 ? stage.indicators.map(({ id }) => id) : stage.hangsOn,
    },
  }
}

function timesHeld(stage: Stage, ledger: Ledger, items: readonly LedgerItem[], seed: number): number {
  let held = 0
  for (let draw = 0; draw < draws; draw++) {
    const kept = withoutSome(items, Math.round(wrong * items.length), seed, draw)
    if (stageAndLevels({ ...ledger, items: kept }, stage.asOf).complete === stage.complete) held++
  }
  return held
}

/** Returns the items that remain after `some` of them are removed at random, without replacement. */
function withoutSome(items: readonly LedgerItem[], some: number, seed: number, draw: number): LedgerItem[] {
  const stream = randomStream(seed, 'stage-judgement', draw)
  const kept = [...items]
  for (let i = 0; i < some; i++) kept.splice(stream.below(kept.length), 1)
  return kept
}

function doubtsOn({ to }: Findings, { asOf, hangsOn }: Stage): string[] {
  const months = 12 * (Number(to.slice(0, 4)) - Number(asOf.slice(0, 4))) + Number(to.slice(5, 7)) - Number(asOf.slice(5, 7))
  return [
    'one ledger, drawn up from open sources, is all there is',
    ...(hangsOn.length > 0 ? [`${hangsOn.length === 1 ? 'one item' : `each of ${hangsOn.length} items`} could move it`] : []),
    ...(months > 12 ? [`the ledger ends ${months} months before the day`] : []),
  ]
}

function noStage(stage: Stage) {
  return {
    id: 'no-stage-holds',
    domains: ['alliance', 'arms', 'exercises'],
    missing: 'the stage on this day',
    why: stage.complete === 'unknown' ? `the ledger begins on ${stage.ledger.from}` : 'too few items weigh',
    fill: 'dated, sourced items of these years for the ledger (docs/ledgers.md)',
    judgement: 'stage-holds',
  } as const
}
