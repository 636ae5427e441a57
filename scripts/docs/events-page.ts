import { writeFileSync } from 'node:fs'
import type { EventModels, eventKinds, HorizonModel } from '../../src/outlook/events/event-models.ts'
import { type EventInputs, eventTargets } from '../../src/outlook/events/event-targets.ts'
import { percentWords } from '../../src/outlook/events/event-words.ts'
import type { OutlookSkill } from '../../src/outlook/targets/outlook-target.ts'
import type { TargetResult } from '../outlook/events-backtest.ts'
import type { StageRates } from '../outlook/events-stages.ts'
import type { VoteResult } from '../outlook/events-votes.ts'

export interface PageInputs {
  readonly results: readonly TargetResult[]
  readonly votes: readonly VoteResult[]
  readonly stages: StageRates
  readonly models: EventModels
  readonly inputs: EventInputs
}

const number = new Intl.NumberFormat('en-US')

/** Pairs that a reader knows, at peace, in conflict and after it. */
const knownPairs = [
  ...['USA-CHN', 'CHN-TWN', 'RUS-UKR', 'IND-PAK', 'PRK-KOR', 'GRC-TUR', 'NOR-SWE', 'KEN-TZA', 'ISR-IRN', 'USA-RUS', 'CHN-IND', 'ARM-AZE'],
  ...['ERI-ETH', 'KHM-THA', 'RWA-COD', 'USA-CAN', 'FRA-DEU', 'VEN-GUY', 'EGY-ETH', 'POL-RUS'],
]

/** Writes docs/outlook/events.md. */
export function writeEventsPage(page: PageInputs): void {
  const sections = [
    intro(page),
    howDone,
    summary(page),
    conflict(page),
    sanctions(page),
    blocs(page),
    stages(page),
    votes(page),
    pairs(page),
    limits,
  ]
  writeFileSync('docs/outlook/events.md', `${sections.join('\n\n')}\n`)
}

function intro({ models }: PageInputs): string {
  return `# Forecasts of events

Armed conflict between two states, new sanctions, joining and leaving blocs, and single votes in the UN General Assembly: what can be forecast, how well, and where no skill was shown. The tables are written by \`npx tsx scripts/outlook/compile-events.ts\` (snapshot \`${models.snapshot}\`), with the scores by origin in \`data/outlook/events-backtest.csv\`, reliability in \`events-reliability.csv\`, votes in \`votes-backtest.csv\` and the fitted models in \`event-models.json\`.`
}

const howDone = `## How it is done
- **Origins.** A forecast is made at the end of each year since 1990 for windows of 1, 2, 3, 5 and 10 years, from rows that end by then. Models are fitted anew at each origin to the cases whose window had ended.
- **Base rate.** How often the event came in the last 20 years that were settled at the origin, by sender for sanctions and by kind of bloc for blocs (groups with few cases are drawn towards the rate of all).
- **Model.** Logistic regression with a ridge penalty (prior variance 1 for each standardised covariate; not tuned), fitted where there are five events for each covariate, then calibrated on its own earlier forecasts.
- **Rule.** The model is the forecast at a horizon only if the 90 % interval of its gain in the log score lies above zero. Elsewhere the base rate is the forecast, and "no skill was shown" stands beside it.
- **Scores.** Brier score with its decomposition, and the log score, which tells more of rare events. Skill is the gain over the base rate as a share of its score. Intervals are 90 %, clustered by unit (pair, or state and bloc) and by year, with overlapping windows (Newey-West). AUC is given, never alone: an event of 1 in 5,000 has a high AUC and still a low probability.
- **Reading.** A skill whose interval includes zero is no skill shown.`

const titles: Readonly<Record<string, string>> = {
  'armed-conflict': 'armed conflict, all pairs, against last year’s state',
  'armed-conflict-onset': 'the same with claims, enmities and missing relations',
  'armed-conflict-continuation': 'armed conflict goes on or returns, pairs in conflict',
  'armed-conflict-onset-without-claims': 'onset of armed conflict, pairs at peace',
  'interstate-conflict-onset-without-claims': 'onset, only conflicts between states',
  'sanctions-onset': 'onset of sanctions',
  'bloc-joining': 'joining a bloc',
  'bloc-leaving': 'leaving a bloc',
}

function summary({ results, models }: PageInputs): string {
  const shown = results
    .filter(({ target }) => order.includes(target))
    .sort((x, y) => order.indexOf(x.target) - order.indexOf(y.target) || x.horizon - y.horizon)
  const rows = shown.map(({ target, horizon, score }) => {
    const used = usedOf(models, target, horizon)
    return `| ${titles[target]} | ${horizon} | ${number.format(score.n)} | ${number.format(score.events)} | ${gain(score.skill)} | ${gain(score.logSkill)} | ${score.auc.toFixed(2)} | ${used} |`
  })
  return `## Results
| target | years | forecasts | events | Brier skill | skill in the log score | AUC | forecast |
|---|---|---|---|---|---|---|---|
${rows.join('\n')}

Brier scores and their decomposition (reliability: 0 is best; resolution: more is better):

| target | years | Brier | base rate’s | reliability | resolution | uncertainty | log score | base rate’s |
|---|---|---|---|---|---|---|---|---|
${shown.map(({ target, horizon, score }) => `| ${titles[target]} | ${horizon} | ${[score.brier, score.baselineBrier, score.parts.reliability, score.parts.resolution, score.parts.uncertainty, score.logScore, score.baselineLogScore].map(short).join(' | ')} |`).join('\n')}`
}

const order = [
  ...['armed-conflict', 'armed-conflict-onset-without-claims', 'armed-conflict-onset', 'armed-conflict-continuation'],
  ...['sanctions-onset', 'bloc-joining', 'bloc-leaving'],
]

function usedOf(models: EventModels, target: string, horizon: number): string {
  if (target === 'armed-conflict' || target === 'armed-conflict-onset-without-claims') return ''
  const kind = models.kinds[target as (typeof eventKinds)[number]][horizon]!
  if (target === 'armed-conflict-continuation')
    return `rate by age of the conflict${kind.skill === null ? '; no skill shown over one rate' : ''}`
  return kind.model === null ? 'base rate; no skill shown' : 'model'
}

function conflict({ results, models }: PageInputs): string {
  const others = results.filter(({ target }) => target === 'interstate-conflict-onset-without-claims')
  const going = models.kinds['armed-conflict-continuation'][1]!.rates
  return `## Armed conflict
**Event.** UCDP lists the two on opposing sides, as in the domain *conflict* of an assessment: parties and their supporters in a conflict between states, and the government against a state that takes part on the other side of an internal conflict. Rows up to 2024 are complete. Of 2025 the record has the rows that were read: they are the last known state of a pair and are not scored. A pair in conflict in 2024 without a row of 2025 is forecast from 2024.

Onsets come in coalitions: 30 of the pairs since 1990 are those of Iraq in 1991, 19 of Yugoslavia in 1999, 20 of Yemen since 2015. The intervals allow for that by year. The base rate is that of pairs in the same state in the last year, at peace or in conflict.

**Pairs in conflict.** A conflict in its first year goes on into the next in ${percentWords(going['first year']!)} of cases, in its second in ${percentWords(going['second year']!)}, in its third or later in ${percentWords(going['third year or later']!)}; each conflict since 1961 counts once, however many pairs it has. These rates are the forecast. A logistic model of intensity, kind, roles and neighbourhood was tried too and was worse than one rate for all (Brier skill at one year −2 to −19 %, by how coalitions are weighed).

**Covariates of onset**: whether and how long ago the two fought, years of conflict that fade by a tenth a year, neighbours by land or across a strait, a permanent member of the Security Council, the places of the larger and the smaller state by GDP and population and of the poorer by GDP per head (all of the year before), blocs that both are in, distance of votes (positions that rest on each session alone), conflicts of either with others; and, from tables of our own, land claims, declared enmity or a state of war, and missing relations.

**What a forecaster could have known.** The tables of claims, enmities and relations were compiled in 2026 by people who knew which pairs had fought. Forecasts of today use them, since today they are known. The skill that stands beside a forecast is that of the model *without* them; the rows "with claims" above are an upper bound. The model is used where the version without them has skill.

**Versions tried.** A first version had a defence treaty in place of wealth and shared blocs. Its skill was 9.6 % at one year and 13.9 % at five, but treaties raised the odds (regional pacts join neighbours), and Norway and Sweden came out like the two Koreas. Wealth and shared blocs were then added for all pairs.

${coefficients(models, 'armed-conflict-onset')}

Conflicts between states alone, without intervention in internal ones:

| variant | years | events | Brier skill | skill in the log score | AUC |
|---|---|---|---|---|---|
${others.map(({ target, horizon, score }) => `| ${titles[target]} | ${horizon} | ${score.events} | ${gain(score.skill)} | ${gain(score.logSkill)} | ${score.auc.toFixed(2)} |`).join('\n')}

${reliability(results, 'armed-conflict-onset-without-claims', [1, 5])}

The few cases above 2 % at one year, and above 5 % at five, had the event less often than given: high probabilities for pairs at peace are too high. With claims:

${reliability(results, 'armed-conflict-onset', [1, 5])}`
}

function sanctions({ models }: PageInputs): string {
  const { rates } = models.kinds['sanctions-onset'][1]!
  const [all, none] = [rates['all']!, rates['none']!]
  const senders = Object.entries(rates)
    .filter(([group]) => group !== 'all' && group !== 'none')
    .sort(([, x], [, y]) => y - x)
    .slice(0, 6)
  return `## Sanctions
**Event.** A sender that has no regime on a target in force begins one, in the record’s own table (\`sanctions-regimes\`). Senders are states and the bodies that act for them (EU, ECOWAS, Arab League), but not the UN. The table finds from 37 % (United States) to over 70 % (EU members) of the cases of the Global Sanctions Data Base, so the rates are those of the table and lower than those of the world.

Yearly base rates on a target without sanctions: ${senders.map(([sender, rate]) => `${sender} ${percentWords(rate)}`).join(', ')}; all senders with a record ${percentWords(all)}; states without any regime so far ${percentWords(none)}.

**Covariates tried**: the sender’s new regimes, new regimes of other senders, a regime of the UN, distance of votes, shared blocs. A first version with six more (earlier regimes, conflicts, alliance, neighbours, size) showed no skill either. ${verdict(models, 'sanctions-onset')}`
}

function blocs({ models, results }: PageInputs): string {
  const [joining, leaving] = [models.kinds['bloc-joining'][1]!.rates, models.kinds['bloc-leaving'][1]!.rates]
  const rows = Object.keys(joining)
    .filter((kind) => kind !== 'all')
    .sort()
  return `## Blocs
**Events.** A state becomes a full member of one of the blocs of the record; a member ceases to be one, by leaving or by suspension. The end of a bloc or of a state, and founding members, do not count.

| kind of bloc | joining, a year | leaving, a year |
|---|---|---|
${rows.map((kind) => `| ${kind} | ${percentWords(joining[kind]!)} | ${leaving[kind] === undefined ? '' : percentWords(leaving[kind])} |`).join('\n')}
| all | ${percentWords(joining['all']!)} | ${percentWords(leaving['all']!)} |

**Joining.** Covariates: kind, share of the neighbours that are members, share of the members’ other blocs that the state is in, a role as observer or partner and for how long, recent joinings, age and size of the bloc, distance of votes, age of the state. ${verdict(models, 'bloc-joining')}

${coefficients(models, 'bloc-joining')}

**Leaving.** Covariates: share of the neighbours that are members, recent departures, years of membership, size of the bloc, distance of votes. A first version with the kind of bloc showed no skill either. ${verdict(models, 'bloc-leaving')}

${reliability(results, 'bloc-joining', [1, 5])}`
}

function stages({ stages: { pairs: n, pairYears, up, down, changes } }: PageInputs): string {
  const rate = (count: number): string => percentWords(count / pairYears)
  return `## Stages of pairs with a ledger
Base rate only: ${n} pairs and ${pairYears} pair-years are too few for a model. The stage was another than a year before in ${up + down} of them: up in ${up} (${rate(up)} a year), down in ${down} (${rate(down)}). The pairs were chosen because they drew closer, so the rate of rises is that of such pairs and not of pairs in general. No target is made of it.

${changes.map((change) => `- ${change}`).join('\n')}`
}

function votes({ votes: results }: PageInputs): string {
  const rows = results.map(({ session, part, rollCalls, score }) => {
    const share = (value: number): string => `${(100 * value).toFixed(1)} %`
    return `| ${session}${part === 'all' ? '' : `, ${part}`} | ${rollCalls} | ${number.format(score.n)} | ${share(score.accuracy)} | ${share(score.shareYes)} | ${share(score.usualAccuracy)} | ${share(score.notYesFound)} | ${score.brier.toFixed(3)} | ${gain(score.brierSkill)} | ${score.logScore.toFixed(3)} | ${gain(score.logSkill)} |`
  })
  return `## Votes in the General Assembly
Each vote cast (yes, abstain or no) on a whole resolution is forecast from the six sessions before and from the title and topic of the draft; nothing of the session itself is used, not even its earlier votes. Which states take part is not forecast. For each draft the most alike earlier drafts are found: the same recurring resolution (by title and text, never by votes), and drafts with like words in their titles. The votes on them of the state, of the ten states that vote most like it and of all states, and the state’s votes on the topic, enter two logistic regressions with weights learnt from the five sessions before.

| session | roll calls | votes | right | share of yes | usual vote on the topic | abstentions and no found | Brier | Brier skill | log score | skill in the log score |
|---|---|---|---|---|---|---|---|---|---|---|
${rows.join('\n')}

*Share of yes* is what always saying yes gets right; *usual vote* is what the state voted most often on drafts of the same topic. The Brier score is the sum over the three answers. Skill is against the shares of yes, abstentions and no in the three sessions before; intervals are clustered by state and by roll call. Titles are those of the adopted text, which can differ a little from the draft’s.`
}

function pairs({ inputs }: PageInputs): string {
  const rows = knownPairs.map((pair) => {
    const [a, b] = pair.split('-') as [string, string]
    const { targets } = eventTargets(inputs, a, b)
    const chance = (horizon: number): string => {
      const found = targets.find((one) => one.id === 'armed-conflict' && one.horizon === horizon)
      return found?.probability == null ? '' : percentWords(found.probability)
    }
    return `| ${pair} | ${[1, 2, 3, 5, 10].map(chance).join(' | ')} |`
  })
  return `## Twenty well-known pairs
Probability of armed conflict of the two in at least one year of the window. It rests on what the covariates know. They know nothing of what a government announces, so that a reader with news should move from here.

| pair | 1 year | 2 | 3 | 5 | 10 |
|---|---|---|---|---|---|
${rows.join('\n')}

What an expert would correct: the United States and Canada are too high, because they are large neighbours, one is often at war, and the record has a claim of 2025; the record has nothing of democracy that could say otherwise. China and Taiwan are low, because the model counts seventy years of peace. A pair in conflict has the rate of all conflicts of its age, whatever its front looks like.

Probabilities of longer windows are raised to those of the shorter ones that they hold where a fit would have them lower.`
}

const limits = `## Limits
- The tables of sanctions and blocs were compiled in 2026 and may hold more of what mattered later. Of GDP and population the last revision is used, not that of the time.
- A pair in a coalition counts as in conflict though the two need not have fought each other.
- Long windows have few independent origins: at ten years since 1990 there are about three.
- A state that ends or begins has no forecast for the time outside its life; a pair of which one does not vote in the Assembly has one, with the unknown distance as a covariate of its own.`

function verdict(models: EventModels, kind: 'sanctions-onset' | 'bloc-joining' | 'bloc-leaving'): string {
  const entries = Object.entries(models.kinds[kind]) as [string, HorizonModel][]
  const used = entries.filter(([, { model }]) => model !== null).map(([horizon]) => horizon)
  if (used.length === 0) return 'No skill was shown at any horizon: the base rate is the forecast.'
  const rest = entries.filter(([, { model }]) => model === null).map(([horizon]) => horizon)
  return `The model is the forecast at ${used.join(', ')} years${rest.length === 0 ? '' : `; no skill was shown at ${rest.join(', ')}`}.`
}

function coefficients(models: EventModels, kind: (typeof eventKinds)[number]): string {
  const one = (horizon: number, c: number): string => models.kinds[kind][horizon]!.model?.logit.coefficients[c]?.toFixed(2) ?? ''
  const rows = models.names[kind].map((name, c) => `| ${name} | ${one(1, c)} | ${one(5, c)} |`)
  return `Coefficients of the fit to all years (log odds for each unit of the covariate, before calibration; they describe, they do not explain):\n\n| covariate | 1 year | 5 years |\n|---|---|---|\n${rows.join('\n')}`
}

function reliability(results: readonly TargetResult[], target: string, horizons: readonly number[]): string {
  const rows = results
    .filter((one) => one.target === target && horizons.includes(one.horizon))
    .flatMap(({ horizon, score }) =>
      score.parts.groups.map(
        ({ probability, frequency, count }) =>
          `| ${horizon} | ${percentWords(probability)} | ${frequency === 0 ? 'none' : percentWords(frequency)} | ${number.format(Math.round(frequency * count))} of ${number.format(Math.round(count))} |`,
      ),
    )
  return `Reliability: of the cases given about this probability, how many had the event.\n\n| years | given | came | events of cases |\n|---|---|---|---|\n${rows.join('\n')}`
}

function gain(skill: OutlookSkill | null): string {
  if (skill === null) return 'none'
  const percent = (value: number): string => (Math.round(1000 * value) / 10 + 0).toFixed(1).replace('-', '−')
  return `${percent(skill.value)} % (${percent(skill.low90)} to ${percent(skill.high90)})`
}

function short(value: number): string {
  return value < 0.001 ? value.toExponential(2) : value.toPrecision(3)
}
