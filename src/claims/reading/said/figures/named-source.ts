import { resolve } from '../../../../states/index.ts'
import type { NamedBody, SourceSaid } from '../../../said/source-said.ts'
import { namesOfStates } from '../../../text/fact-files.ts'
import { memoized } from '../../../text/memo.ts'

/** Patterns of bodies that texts name. */
const bodies: readonly (readonly [name: RegExp, body: NamedBody])[] = [
  [/SIPRI|Stockholm International Peace/i, 'sipri'],
  [/Eurostat|Comext|European Commission/i, 'eurostat'],
  [/\bIMF\b|International Monetary Fund|Direction of Trade/i, 'imf'],
  [/\bBACI\b|CEPII/i, 'baci'],
  [/\bCREA\b|Centre for Research on Energy/i, 'crea'],
  [/Correlates of War|\bCOW\b/i, 'correlates-of-war'],
  [/World Bank/i, 'world-bank'],
  [/Comtrade/i, 'comtrade'],
  [/Kiel/i, 'kiel'],
  [/American Enterprise|\bAEI\b|Heritage|Global Investment Tracker/i, 'investment-tracker'],
  [/AidData/i, 'aiddata'],
]

const offices: ReadonlyMap<string, string> = new Map(namesOfStates('offices'))

/**
 * Returns whose figures a name stands for; undefined if the name is null or stands for no source that the record could hold.
 *
 * @example sourceSaid('Chinese customs')   // { reporter: 'CHN' }
 */
export const sourceSaid: (name: string | null) => SourceSaid | undefined = memoized(
  (name: string | null): SourceSaid | undefined => {
    if (name === null) return undefined
    const body = bodies.find(([pattern]) => pattern.test(name))?.[1]
    if (body !== undefined) return { body }
    const office = [...offices.keys()].find((one) => name.includes(one))
    const reporter = office === undefined ? stateNamed(name) : offices.get(office)
    return reporter === undefined ? undefined : { reporter }
  },
  (name) => name ?? '',
)

/** Returns the state in the name of an office: `Chinese customs`, `Statistics Korea`. Undefined if there is none. */
function stateNamed(name: string): string | undefined {
  for (const word of name.split(/[\s;,]+/)) {
    const found = resolve(word.replace(/[’']s?$/, ''))
    if (found.kind === 'state' && /^\p{Lu}/u.test(word)) return found.state.iso3
  }
  return undefined
}
