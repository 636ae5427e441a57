import { joinedWords } from '../../assessments/forms/wording.ts'
import type { OutlookSkill } from '../../outlook/targets/outlook-target.ts'
import { csvOfRecords } from '../text/csv.ts'
import { type Column, textTable, wrap } from '../text/table.ts'
import type { TrackedEvent, TrackedQuantity, TrackRecordAnswer } from './track-record-answer.ts'

const width = 110

/** Shares of outcomes that the bands should hold: outside of these a band is called too narrow or too wide. */
export const coverageGoals: Readonly<Record<'cover80' | 'cover95', readonly [low: number, high: number]>> = {
  cover80: [0.78, 0.82],
  cover95: [0.935, 0.965],
}

/** Says what the back-tests showed, the most important first. */
export function trackRecordSentences({ quantities, events, votes }: TrackRecordAnswer): string[] {
  return [quantitySentence(quantities), bandSentence(quantities), ...eventSentences(events), ...voteSentences(votes)]
}

function quantitySentence(quantities: readonly TrackedQuantity[]): string {
  const all = quantities.flatMap(({ title, horizons }) => horizons.map((one) => ({ title, ...one })))
  const [shown, not] = [all.filter(({ isShown }) => isShown), all.filter(({ isShown }) => !isShown)]
  const gains = shown.map(({ skill }) => skill!.value)
  const gain = `${Math.round(100 * Math.min(...gains))} to ${Math.round(100 * Math.max(...gains))} %`
  const none =
    not.length === 0 ? '' : ` No skill was shown for ${joinedWords(not.map(({ title, horizon }) => `${title} ${ahead(horizon)}`))}.`
  return `Forecasts of quantities were a little better than “no change”: skill is shown in ${shown.length} of ${all.length} tests, with gains of ${gain} (CRPS).${none}`
}

function bandSentence(quantities: readonly TrackedQuantity[]): string {
  const all = quantities.flatMap(({ horizons }) => horizons)
  const range = (level: 'cover80' | 'cover95'): string => {
    const shares = all.map((one) => 100 * one[level])
    return `${Math.min(...shares).toFixed(0)} to ${Math.max(...shares).toFixed(0)} %`
  }
  const missed = all.filter((one) => isOffGoal('cover80', one.cover80) || isOffGoal('cover95', one.cover95)).length
  return `Bands held about what they promised: those of 80 % held ${range('cover80')} of outcomes, those of 95 % ${range('cover95')}. ${missed} of ${all.length} tests lie outside 78 to 82 % or 93.5 to 96.5 %.`
}

/** Whether a band held clearly more or fewer outcomes than it should. */
export function isOffGoal(level: 'cover80' | 'cover95', share: number): boolean {
  const [low, high] = coverageGoals[level]
  return share < low || share > high
}

function eventSentences(events: readonly TrackedEvent[]): string[] {
  const own = events.filter(({ isComparison }) => !isComparison)
  const [some, none] = [
    own.filter(({ horizons }) => horizons.some(({ isShown }) => isShown)),
    own.filter(({ horizons }) => !horizons.some(({ isShown }) => isShown)),
  ]
  const told = some.map(({ title, horizons }) => {
    const shown = horizons.filter(({ isShown }) => isShown)
    const gains = shown.map(({ skill }) => Math.round(100 * skill!.value))
    const where = shown.length === horizons.length ? '' : `, ${shown.length} of ${horizons.length} horizons`
    return `${title} (${Math.min(...gains)} to ${Math.max(...gains)} %${where})`
  })
  return [
    ...(told.length === 0 ? [] : [`Events with skill over the base rate: ${joinedWords(told)}.`]),
    ...(none.length === 0 ? [] : [`Events without skill shown at any horizon: ${joinedWords(none.map(withoutSkill))}.`]),
  ]
}

/** A target without skill, and at how many horizons its forecasts were worse than the base rate. */
function withoutSkill({ title, horizons }: TrackedEvent): string {
  const worse = horizons.filter(({ skill }) => skill !== null && skill.high90 < 0).length
  return worse === 0 ? title : `${title} (worse at ${worse} of ${horizons.length} horizons)`
}

function voteSentences(votes: TrackRecordAnswer['votes']): string[] {
  // several sessions together come after the single ones
  const all = votes.filter(({ part }) => part === 'all').at(-1)
  if (all === undefined) return []
  return [
    `Single votes in the General Assembly, sessions ${all.session.replace('-', ' to ')}: ${share(all.accuracy)} of ${all.n.toLocaleString('en-US')} were forecast right; always “yes” is right in ${share(all.shareYes)}, the state’s usual vote on the topic in ${share(all.usualAccuracy)}.`,
  ]
}

/** The sentences, then one line for each target and horizon. */
export function trackRecordText(answer: TrackRecordAnswer): string {
  const right = (title: string): Column => ({ title, align: 'right' })
  const heads = ['origins', 'forecasts', 'skill', '90 % interval', 'in 50 %', '80 %', '90 %', '95 %']
  const bands = answer.quantities.flatMap(({ title, horizons }) =>
    horizons.map(({ horizon, origins, n, skill, cover50, cover80, cover90, cover95 }) => [
      ...[`${title}, ${ahead(horizon)}`, String(origins), n.toLocaleString('en-US'), ...skillCells(skill)],
      ...[cover50, cover80, cover90, cover95].map((one) => (100 * one).toFixed(1)),
    ]),
  )
  const events = answer.events
    .filter(({ isComparison }) => !isComparison)
    .flatMap(({ title, horizons }) =>
      horizons.map(({ horizon, n, events: came, skill, forecast }) => [
        ...[`${title}, ${ahead(horizon)}`, n.toLocaleString('en-US'), came === null ? '' : came.toLocaleString('en-US')],
        ...[...skillCells(skill), forecast ?? ''],
      ]),
    )
  return [
    'Track record of the back-tests',
    '',
    ...trackRecordSentences(answer).map((sentence) => wrap(sentence, width)),
    '',
    textTable([{ title: 'quantity' }, ...heads.map(right)], bands),
    '',
    textTable([{ title: 'event' }, ...['forecasts', 'events', 'skill', '90 % interval'].map(right), { title: 'forecast' }], events),
    '',
    ...[
      'Skill: gain over no change (CRPS), over the base rate (log score), for moves of standing over one rate (Brier score).',
      'Where the interval includes 0, no skill is shown. Reliability and comparisons: --format csv or --json.',
    ].map((line) => wrap(line, width)),
  ].join('\n')
}

const columns = [
  ...(['target', 'horizon', 'origins', 'n', 'events', 'mae', 'crps', 'brier', 'skill', 'skill_low90', 'skill_high90'] as const),
  ...(['is_shown', 'forecast', 'cover50', 'cover80', 'cover90', 'cover95', 'auc', 'probability', 'frequency', 'low90', 'high90'] as const),
]

/** One row for each target and horizon, and one for each point of a reliability diagram, which alone has a probability. */
export function trackRecordCsv({ quantities, events }: TrackRecordAnswer): string {
  return csvOfRecords(columns, [
    ...quantities.flatMap(({ target, horizons }) => horizons.map((one) => ({ ...one, target, ...skillColumns(one) }))),
    ...events.flatMap(({ target, horizons }) =>
      horizons.flatMap((one) => [
        { ...one, target, ...skillColumns(one) },
        ...one.bins.map((bin) => ({ ...bin, target, horizon: one.horizon })),
      ]),
    ),
  ])
}

const skillColumns = ({ skill, isShown }: Pick<TrackedQuantity['horizons'][number], 'skill' | 'isShown'>) => ({
  ...{ skill: skill?.value, skill_low90: skill?.low90, skill_high90: skill?.high90, is_shown: isShown },
})

function skillCells(skill: OutlookSkill | null): [string, string] {
  if (skill === null) return ['unknown', '']
  const percent = (value: number): string => (100 * value).toFixed(1).replace('-', '−')
  return [`${percent(skill.value)} %`, `${percent(skill.low90)} to ${percent(skill.high90)}`]
}

const share = (value: number): string => `${(100 * value).toFixed(1)} %`

function ahead(horizon: number): string {
  return `${horizon} ${horizon === 1 ? 'year' : 'years'} ahead`
}
