import { badInput } from '../../../errors.ts'

/** One outcome of a meeting of the Council. Totals are null if none are stated. */
export interface CouncilOutcome {
  readonly outcome:
    | 'resolution'
    | 'statement'
    | 'vetoed'
    | 'not adopted'
    | 'communique'
    | 'note'
    | 'letter'
    | 'election'
    | 'decision'
    | 'vote'
    | 'none'
  readonly symbol: string | null
  readonly yes: number | null
  readonly no: number | null
  readonly abstain: number | null
  /** States that cast a veto, as ISO3, comma separated. */
  readonly vetoed_by: string | null
}

const totals = '(?:\\s*(\\d+)-(\\d+)-(\\d+))?'
/** A draft by its symbol, or that of the meeting record, with remarks and corrections: `S/11400 (as amended)`, `S/520 & Add.1`. */
const draft = '(?:(?:Power Four )?[Dd]raft [Rr]esolutions? )?\\(?\\s*(S\\/(?:(?!vetoed|not adopted|was not|[Dd]raft|S\\/RES).){1,120}?)\\s*'
const unanimous = '(?<unanimous>\\s*[Aa]dopted unanimously)'

/** Patterns of the entries in the outcome column, tried in order. Their groups are the symbol, for vetoes the states that cast them, and the three totals. */
const forms: readonly (readonly [CouncilOutcome['outcome'], RegExp])[] = [
  ['none', /^-{1,2}(?!\d)/],
  [
    'resolution',
    new RegExp(`^(S\\/RES\\/\\d+ ?\\(\\d{4} ?\\))(?:\\s*[Ww]ithout (?:a )?vote|\\s*adopted by consensus|${unanimous}|${totals})(?!-)`),
  ],
  ['statement', /^(S\/PRST\/\d{4}\/\d+)/],
  ['statement', /^(S\/(?:PV\.)?\d+) \(PRST\)(?: and Corr\.\d)?/],
  ['statement', /^(?<none>)PRST(?: unnumbered)?/],
  ['communique', /^[Cc]ommuniqué/],
  ['note', /^Note \(? ?(S\/\d{4}\/\d+) ?\)?/],
  ['letter', /^Letter \( ?(S\/\d{4}\/\d+) ?\)/],
  ['election', /^Election of .{1,400}$/],
  ['decision', /^(?:Decision|Referral to the Committee on the Admission of New Members)$/],
  ['vetoed', new RegExp(`^${draft}vetoed by (?<who>[A-Za-z][A-Za-z, ]*?[A-Za-z])${totals}(?![\\w-])(?=$| Draft| Power| S/| &| PRST)`)],
  ['not adopted', new RegExp(`^${draft}(?:was )?not adopted${totals}`)],
  // the report of the Council to the Assembly, which it takes note of
  ['note', /^(S\/\d{5})$/],
  ['vote', /^(?<none>)(\d+)-(\d+)-(\d+)/],
]

/**
 * Returns the outcomes in one cell.
 *
 * @throws BadInput with the part that has no known form, for totals of more than 15 members, or for a veto of a state that is not a permanent member
 * @example councilOutcomesIn('S/RES/2195 (2014) 15-0-0', 'f.html:9')   // [{ outcome: 'resolution', symbol: 'S/RES/2195 (2014)', yes: 15, no: 0, abstain: 0, vetoed_by: null }]
 * @example councilOutcomesIn('--', 'f.html:9')   // [{ outcome: 'none', symbol: null, yes: null, no: null, abstain: null, vetoed_by: null }]
 */
export function councilOutcomesIn(cell: string, where: string): CouncilOutcome[] {
  const outcomes: CouncilOutcome[] = []
  let rest = cell
  while (rest !== '') {
    const found = firstForm(rest)
    if (found === null) throw badInput(`${where} has the outcome "${rest}", which is none of the known forms`)
    outcomes.push(outcomeOf(found.outcome, found.match, where))
    rest = rest
      .slice(found.match[0].length)
      .replace(/^ \([A-Z1][^()]{3,80}\)$/, '')
      .replace(/^\s*(?:(?:&|\+|and)\s+)?/, '')
  }
  if (outcomes.length === 0) throw badInput(`${where} has a blank outcome, where "--" is due`)
  return outcomes
}

function firstForm(text: string): { outcome: CouncilOutcome['outcome']; match: RegExpExecArray } | null {
  for (const [outcome, form] of forms) {
    const match = form.exec(text)
    if (match !== null) return { outcome, match }
  }
  return null
}

function outcomeOf(outcome: CouncilOutcome['outcome'], match: RegExpExecArray, where: string): CouncilOutcome {
  const numbers = match.slice(-3).map((text) => (/^\d+$/.test(text ?? '') ? Number(text) : null))
  const [yes = null, no = null, abstain = null] = match.length > 3 ? numbers : []
  if (yes !== null && yes + no! + abstain! > 15) throw badInput(`${where} has ${match[0].trim()}: more than the 15 members of the Council`)
  const { who, unanimous: all } = match.groups ?? {}
  const vetoed_by = who === undefined ? null : vetoersIn(who, where).join(',')
  // of a unanimous vote nobody was against or abstained; how many members took part is not stated
  if (all !== undefined) return { outcome, symbol: symbolOf(match[1]), yes: null, no: 0, abstain: 0, vetoed_by }
  return { outcome, symbol: symbolOf(match[1]), yes, no, abstain, vetoed_by }
}

/** Returns a symbol in one spelling, without remarks: `S/RES/2164 (2014)`, `S/11400`; null if there is none. */
function symbolOf(text: string | undefined): string | null {
  const [, resolution, year] = /^(S\/RES\/\d+) ?\((\d{4}) ?\)$/.exec(text ?? '') ?? []
  if (resolution !== undefined) return `${resolution} (${year})`
  return (
    (text ?? '')
      .replace(/ ?\([^()]*\)?/g, '')
      .replace(/ ?\)$/, '')
      .trim() || null
  )
}

const permanent: Readonly<Record<string, string>> = {
  China: 'CHN',
  France: 'FRA',
  Russia: 'RUS',
  'Russian Federation': 'RUS',
  USSR: 'RUS',
  UK: 'GBR',
  'United Kingdom': 'GBR',
  USA: 'USA',
  'United States': 'USA',
}

/**
 * Returns the permanent members in a list such as `China and Russian Federation`, `France, USSR`, `UK USA`, as ISO3 in alphabetical order.
 *
 * @throws BadInput if the list has any other name, or a member twice
 * @example vetoersIn('Russian Federation and China', 'f.html:9')   // ['CHN', 'RUS']
 */
export function vetoersIn(list: string, where: string): string[] {
  const names = Object.keys(permanent).sort((a, b) => b.length - a.length)
  const found: string[] = []
  const rest = names.reduce(
    (text, name) =>
      text.replace(new RegExp(`\\b${name}\\b`, 'g'), () => {
        found.push(permanent[name]!)
        return ''
      }),
    list,
  )
  if (rest.replace(/\band\b|\bthe\b|[,\s]/g, '') !== '' || found.length === 0 || new Set(found).size !== found.length) {
    throw badInput(`${where} has "${list}" as who cast the veto, not permanent members, each once`)
  }
  return found.sort()
}
