import { standingClasses, standingNow } from '../../measures/standing/standing-classes.ts'
import { tenureOf } from '../../outlook/backtest/move-rates.ts'
import type { BriefOutlookStatement, OutlookChange } from '../forms/brief-outlook-form.ts'
import { inSentence } from '../forms/wording.ts'
import type { PairStanding } from '../standing/standing-of-pairs.ts'
import { type BriefInputs, briefHorizon } from './brief-inputs.ts'
import { percentText } from './outlook-statements.ts'
import { gainOver, likelihoodClause, wordOf } from './statement-parts.ts'

/** From this probability on the statement is that the pair stands higher; below it, that it stands as now. */
const leastOfMove = 0.45

/** Says whether two states will stand in the same class in five years, or in a higher one. Moves to a lower class are not forecast with skill. */
export function standingStatement(
  { a, b, outlook, fits }: BriefInputs,
  { class: now, order, since }: PairStanding,
  year: number,
): BriefOutlookStatement | undefined {
  const find = (id: string): PairOutlookTarget | undefined => outlook.targets.find((one) => one.id === id && one.horizon === briefHorizon)
  const [up, down] = [find('standing-up'), find('standing-down')]
  const leading = up ?? down
  if (leading === undefined) return undefined
  const [rise, fall] = [up?.probability ?? 0, down?.probability ?? 0]
  const isRise = rise >= leastOfMove
  const same = 1 - rise - fall
  const baseSame = 1 - (up?.baseline ?? 0) - (down?.baseline ?? 0)
  const [probability, baseline] = isRise ? [rise, up!.baseline] : [same, baseSame]
  const names = `${inSentence(a.name)} and ${inSentence(b.name)}`
  // a war of this year may be over
  const rises = now === 'at war' ? `are not at war in ${leading.period}` : `stand better in ${leading.period} than now, ${standingNow(now)}`
  const stays = now === 'at war' ? `are at war in ${leading.period} too` : `will still be ${standingNow(now)} in ${leading.period}`
  const clause = `${names} ${isRise ? rises : stays}`
  // falls are forecast without skill, and that of a severe rivalry would be war: neither is told
  const usual = `of all pairs ${percentText(baseline)} ${isRise ? 'stand better' : 'stand as before'} after five years`
  const skill = up?.skill ?? null
  const skillShown = skill !== null && skill.low90 > 0
  const change = changeOf({ fits }, order, year - since, isRise)
  return {
    ...{ id: isRise || up !== undefined ? 'standing-up' : 'standing-down', horizon: briefHorizon, period: leading.period },
    statement: `${likelihoodClause(probability)} ${clause}; ${usual}.`,
    ...{ word: wordOf(probability), probability, model: probability, baseline },
    baselineOf: isRise ? 'pairs that could rise and did so within five years' : 'pairs that stand in the same class five years later',
    ...{ band: null, skillShown, skill, past: null, gain: up === undefined ? 0 : gainOver(rise, up.baseline) },
    backtest: backtestWords(skillShown ? skill : null, down === undefined ? null : down.baseline),
    change,
    changes:
      change === null
        ? 'More years in this class would move it by less than half a point.'
        : `After ${change.to} years in this class, ${change.from} now, it would be ${percentText(change.probability)}.`,
  }
}

type PairOutlookTarget = BriefInputs['outlook']['targets'][number]

function backtestWords(skill: BriefOutlookStatement['skill'], fallBase: number | null): string {
  const falls = fallBase === null ? '' : `no skill was shown over their base rate, ${percentText(fallBase)}.`
  if (skill === null) return `For falls ${falls}`
  const rises = `In the back-test since 1990 forecasts of rises gained ${percentText(skill.value)} over the base rate in the Brier score (90 % interval ${percentText(skill.low90)} to ${percentText(skill.high90)}).`
  return falls === '' ? rises : `${rises} For falls ${falls}`
}

/** First years of the groups of years in a class, as rates of moves know them. */
const tenures = [2, 5, 10, 20] as const

/** The probability of the statement once the pair has been in its class long enough to belong to the next group of pairs. */
function changeOf({ fits }: Pick<BriefInputs, 'fits'>, order: number, years: number, isRise: boolean): OutlookChange | null {
  const next = tenures.find((least) => least > years)
  if (next === undefined) return null
  const rate = (direction: 'standing-up' | 'standing-down', of: number): number =>
    fits.moves[direction].find(({ horizon }) => horizon === briefHorizon)?.rates.rates[order]?.[tenureOf(of)] ?? 0
  const rises = (of: number): number => (order === standingClasses.length - 1 ? 0 : rate('standing-up', of))
  const falls = (of: number): number => (order === 0 ? 0 : rate('standing-down', of))
  const of = (tenure: number): number => (isRise ? rises(tenure) : 1 - rises(tenure) - falls(tenure))
  return Math.abs(of(next) - of(years)) < 0.001
    ? null
    : { input: 'years in this class', from: years, to: next, unit: 'years', probability: of(next) }
}
