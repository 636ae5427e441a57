/**
 * Titles that recur over different texts; they do not link. Tested on titles in their normal form (see `normalTitle`).
 *
 * The groups from "negotiated anew" on were found when links were assessed, and when the texts of sessions 74 to 80
 * were compared: see docs/measures/resolution-links.md.
 */
interface ChangingTitle {
  readonly why: string
  readonly title: RegExp
  /** First and last session to which it applies; default: all. */
  readonly from?: number
  readonly until?: number
}

const beginning = (titles: readonly string[]): RegExp => new RegExp(`^(?:${titles.join('|')})`)

const changing: readonly ChangingTitle[] = [
  {
    why: 'follows the events of the year',
    title: /^(situation|question)\b|human rights situation|^problem militarization|situation human rights/,
  },
  {
    why: 'sets sums of its year',
    title: /\bbudget|\bestimates\b|scale assessments|^financing\b|appropriation|programme planning|pattern conferences/,
  },
  { why: 'a report of its year', title: /^report (?!human rights council|international criminal court)/ },
  {
    why: 'one title over everything of a field',
    title: /^(rights child|disarmament|general complete disarmament|human rights|commodities|missiles)$/,
  },
  {
    why: 'negotiated anew each time',
    title: beginning([
      'international trade development',
      'international financial system',
      'external debt',
      'towards new international economic order',
      'agricultur',
      'assistance palestinian people',
      'oceans law sea',
      'global (?:call|efforts)',
      'combating defamation religions',
      'cooperation between united nations',
      'towards nuclear weapon free world',
      'taking forward multilateral nuclear disarmament',
      'united action',
      'renewed determination',
      'entrepreneurship',
      'role united nations promoting development',
      'future operation international research',
      'strengthening role united nations enhancing',
      'implementation agenda 21',
      'international migration',
    ]),
  },
  { why: 'negotiated anew each time', title: /macroeconomic policy/ },
  {
    why: 'written anew more than once before session 74',
    title: beginning([
      'right development$',
      'arms trade treaty$',
      'transpar[ea]ncy confin?dence building measures outer space activities$',
      'implementation convention prohibition development production stockpiling use chemical weapons',
    ]),
    until: 74,
  },
  { why: 'asks for an advisory opinion too', title: /^israeli practices affecting human rights/, from: 77 },
  { why: 'written anew', title: /^operations united nations relief works agency/, from: 80 },
  {
    why: 'other text under the same title',
    title: beginning([
      'nuclear disarmament verification',
      'further practical measures',
      'reducing space threats',
      'advancing responsible',
      'lethal autonomous',
      'developments field information telecommunications',
      'programme action advance responsible',
      'promotion inclusive effective international tax',
      'treaty banning production fissile',
      'artificial intelligence',
      'addressing legacy nuclear',
      'agreement under united nations convention law sea',
      'promoting international cooperation peaceful uses',
      'promoting sustainable consumption',
      'office united nations high commissioner refugees',
      'united nations human rights training',
    ]),
  },
]

/**
 * Returns why a title does not link; undefined where it may.
 *
 * @param title     in normal form
 * @param session   some titles changed their text up to a session and have been stable since
 * @example whyNotLinked('situation human rights myanmar', 70)   // 'follows the events of the year'
 * @example whyNotLinked('reducing nuclear danger', 70)   // undefined
 */
export function whyNotLinked(title: string, session: number): string | undefined {
  return changing.find(
    ({ title: pattern, from = 0, until = Number.POSITIVE_INFINITY }) => pattern.test(title) && session >= from && session <= until,
  )?.why
}
