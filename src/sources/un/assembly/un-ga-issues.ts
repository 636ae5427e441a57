/**
 * The six issues of Voeten's data: me (Palestinian conflict), nu (nuclear weapons and nuclear material), di (arms control and disarmament), hr (human rights),
 * co (colonialism), ec (economic development).
 */
export type Issue = 'me' | 'nu' | 'di' | 'hr' | 'co' | 'ec'

/** The issues in the order in which the column `issues` lists them. */
export const issues: readonly Issue[] = ['me', 'nu', 'di', 'hr', 'co', 'ec']

interface Rule {
  /** Words of the title (and of the agenda item, if `agenda` is set) that put a resolution under the issue. */
  readonly words: RegExp
  readonly except?: RegExp
  readonly agenda: boolean
}

/** Makes one pattern of several lists of alternatives, in either letter case. */
function anyOf(...lists: readonly RegExp[]): RegExp {
  return new RegExp(lists.map(({ source }) => source).join('|'), 'i')
}

// The agenda item is not used for `di`: it would tag every resolution under "General and complete disarmament", which Voeten does not do.
const rules: Readonly<Record<Issue, Rule>> = {
  me: {
    words: /palestin|israel|unrwa|\bgolan\b|jerusalem|\bgaza\b|june 1967|(peace|situation) in the middle east/i,
    except: /interim force/i,
    agenda: true,
  },
  nu: { words: /nuclear|fissi(le|onable)|atomic energy|radioactive/i, agenda: true },
  di: {
    words: anyOf(
      /disarm|\barms\b|weapons?\b(?!-free)|armaments?|munitions|ammunition|\bmines\b|missile/,
      /military (expend|matters)|zone of peace|outer space|proliferation/,
    ),
    agenda: false,
  },
  hr: {
    words: anyOf(
      /human rights|racis|racial|torture|executions|death penalty|nazi|mercenar/,
      /\bright (to|of) (?!self|the palest|peoples to self)/,
      /rights of (the child|women|peasants|indigenous|persons|older)|freedoms?\b|religio|elections/,
      /democra|occupied syrian golan|settlements in the occupied|civilian persons/,
    ),
    agenda: true,
  },
  co: {
    words: anyOf(
      /coloni|non[- ]self[- ]governing|self[- ]determination/,
      /question of (american samoa|guam|gibraltar|tokelau)|western sahara|new caledonia|falkland/,
      /malvinas|chagos/,
    ),
    agenda: true,
  },
  ec: {
    words: anyOf(
      /(?<!social )development(?!s in the field)|econom|\btrade\b(?! treaty)|poverty/,
      /financial (system|crisis|flows)|\bdebt\b|commodit|industrial|agricult|agenda 21|world summit/,
      /oil slick|globali[sz]ation(?!.*human rights)/,
    ),
    agenda: true,
  },
}

/**
 * Returns the issues of a resolution, comma separated, by a rule of this package on the words of its title and agenda item; `''` if none of the six applies.
 *
 * Its agreement with Voeten's tags, issue by issue: docs/sources/un-ga-resolutions.md.
 *
 * @example issuesOf('Treaty on the Prohibition of Nuclear Weapons', 'General and complete disarmament')   // 'nu,di'
 * @example issuesOf('The right of the Palestinian people to self-determination', 'Right of peoples to self-determination')   // 'me,co'
 * @example issuesOf('Oceans and the law of the sea', 'Oceans and the law of the sea')   // ''
 */
export function issuesOf(title: string, agendaItem: string): string {
  return issues.filter((issue) => applies(rules[issue], title, agendaItem)).join(',')
}

function applies({ words, except, agenda }: Rule, title: string, agendaItem: string): boolean {
  const text = agenda ? `${title} | ${agendaItem}` : title
  return words.test(text) && !(except?.test(text) ?? false)
}

/**
 * Agreement on one issue between the tags of the package's rule (`ours`) and reference tags (`theirs`): numbers of resolutions that both, only the rule, and
 * only the reference put under the issue.
 */
export interface TagAgreement {
  readonly issue: Issue
  readonly both: number
  readonly oursOnly: number
  readonly theirsOnly: number
  /** both / (both + oursOnly); NaN if the rule tags nothing. */
  readonly precision: number
  /** both / (both + theirsOnly); NaN if the reference tags nothing. */
  readonly recall: number
}

/**
 * Computes precision and recall of the rule's tags for each issue.
 *
 * @param pairs   for each resolution the issues by the rule, and the issues by the reference
 *
 * @example tagAgreement([['me,hr', 'me'], ['', 'hr']])[3]   // { issue: 'hr', both: 0, oursOnly: 1, theirsOnly: 1, precision: 0, recall: 0 }
 */
export function tagAgreement(pairs: readonly (readonly [ours: string, theirs: string])[]): readonly TagAgreement[] {
  return issues.map((issue) => {
    const said = pairs.map(([ours, theirs]) => [ours.includes(issue), theirs.includes(issue)] as const)
    const both = said.filter(([ours, theirs]) => ours && theirs).length
    const oursOnly = said.filter(([ours, theirs]) => ours && !theirs).length
    const theirsOnly = said.filter(([ours, theirs]) => !ours && theirs).length
    return { issue, both, oursOnly, theirsOnly, precision: both / (both + oursOnly), recall: both / (both + theirsOnly) }
  })
}
