import { basename } from 'node:path'
import { badInput } from '../../errors.ts'
import { existedOn, type Resolution, resolve } from '../../states/index.ts'
import type { Columns } from '../../store/session.ts'
import { closedLicence, coverageOf, type SourceCard } from '../cards/source-cards.ts'
import { eachLine } from '../formats/compressed-file-lines.ts'
import { checkedIsoDay, eventCollector } from '../rows/cameo-events.ts'
import { blocExistedOn, type CameoParty } from '../rows/cameo-parties.ts'
import { duplicateGuard } from '../rows/no-duplicates.ts'
import { icewsEventCodes } from './icews-event-names.ts'

export const card: SourceCard = {
  id: 'icews',
  title: 'ICEWS coded events, test and validation splits of a benchmark: do not analyse',
  provider: 'ICEWS (Boschee et al.), cut by García-Durán et al.',
  url: 'https://doi.org/10.7910/DVN/28075',
  licence: closedLicence(
    'ICEWS Dataverse terms; CC-BY-NC-SA-4.0 for the cut',
    'https://dataverse.harvard.edu/dataset.xhtml?persistentId=doi:10.7910/DVN/28075',
    'Not to be passed on here: bring your own copy.',
  ),
  citation:
    'Boschee, E. et al. (2015). ICEWS Coded Event Data. Harvard Dataverse, doi:10.7910/DVN/28075; splits of García-Durán, A. et al. (2018), Learning Sequence Encoders for Temporal Knowledge Graph Completion, EMNLP.',
  vintage: 'ICEWS14 and ICEWS05-15, splits of 2018',
  coverage: coverageOf(['events'], 2005, 2015, 'a random tenth of the events of frequent actors'),
  quirks: [
    'Do not analyse: the splits are a random tenth of the events and hold frequent actors only, so no count, share or change of a pair can be read from them.',
    'Russia as a bare actor is absent from the splits: only offices and persons of it are there.',
    'A bare country name is its government; "Police (Australia)" is within Australia; a person by name is unknown, since the splits do not say whose office is held.',
    'Two lines may be equal: the splits have no number or place by which one event could be told from another.',
    'They have no Goldstein scale and no count of mentions: both are unknown.',
  ],
}

/**
 * Reads events from the text files into which the data set is split: `actor, event name, actor, YYYY-MM-DD`, tab-separated, no header, `.txt` or `.txt.gz`.
 * Events inside one state, and those in which neither side is a state or bloc, are left out.
 */
export async function readIcews(paths: readonly string[]): Promise<{ events: Columns }> {
  const { add, columns } = eventCollector(card)
  const known = new Map<string, Resolution>()
  for (const path of paths) {
    const file = basename(path)
    const once = duplicateGuard()
    await eachLine(path, { encoding: 'utf8', lastLine: 'whole' }, (text, line) => {
      const where = `${file}:${line}`
      const fields = text.split('\t')
      const [from, name, to, date] = fields as [string, string, string, string]
      if (fields.length !== 4 || from === '' || to === '') {
        throw badInput(`${where} is not four fields (actor, event, actor, day) set apart by tabs: another source, or a torn line`)
      }
      once(text, `${file}:${line}`)
      checkedIsoDay(/^\d{4}-\d{2}-\d{2}$/.test(date) ? date.replaceAll('-', '') : date, where)
      const code = icewsEventCodes.get(name)
      if (code === undefined) throw badInput(`${where}: "${name}" is no event name of ICEWS`)
      add({
        date,
        from: icewsParty(from, date, known),
        to: icewsParty(to, date, known),
        code,
        goldstein: null,
        mentions: null,
        locator: where,
      })
    })
  }
  return { events: columns }
}

/** Returns the party of an ICEWS actor: by the country in brackets at the end of its name, or by the whole name if there are no brackets. */
function icewsParty(name: string, day: string, known: Map<string, Resolution>): CameoParty {
  const inBrackets = /\(([^()]*)\)$/.exec(name)?.[1]
  const found = resolutionOf(inBrackets ?? name, day, known)
  switch (found.kind) {
    case 'state': {
      if (!existedOn(found.state, day)) return { id: null, kind: 'territory', name }
      // the name of a capital, or of a seat of government, stands for an office within the state
      const whole = inBrackets === undefined && (found.marked === undefined || found.marked === 'former name')
      return { id: found.state.iso3, kind: whole ? 'state' : 'within', name }
    }
    case 'bloc':
      return inBrackets === undefined && blocExistedOn(found.id, day)
        ? { id: found.id, kind: 'bloc', name }
        : { id: null, kind: 'non-state', name }
    default:
      return { id: null, kind: found.kind, name }
  }
}

/**
 * Resolves a name on a day, and caches the result. A name that resolves is cached for the day only, since its meaning may change. A name that does not resolve
 * is cached for all days: the failed search is slow, and the day does not change its result.
 */
function resolutionOf(name: string, day: string, known: Map<string, Resolution>): Resolution {
  const before = known.get(name) ?? known.get(`${name} ${day}`)
  if (before !== undefined) return before
  const found = resolve(name, day)
  known.set(found.kind === 'unknown' ? name : `${name} ${day}`, found)
  return found
}
