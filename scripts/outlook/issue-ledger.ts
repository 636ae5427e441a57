import { eventsOfRecord } from '../../src/assessments/outlook/events-of-record.ts'
import { goodsRecord } from '../../src/assessments/outlook/goods-series.ts'
import { pairOutlook } from '../../src/assessments/outlook/pair-outlook.ts'
import { gdpOf } from '../../src/assessments/rows/gdp.ts'
import { standingOfPair } from '../../src/assessments/standing/standing-of-pairs.ts'
import { targetOfEvent } from '../../src/outlook/events/event-target.ts'
import { eventTargets } from '../../src/outlook/events/event-targets.ts'
import { blocsOfLeaving, issuedEntry, lastYearOf } from '../../src/outlook/ledger/issue-entries.ts'
import type { IssuedEntry, IssuedPair } from '../../src/outlook/ledger/issued-ledger.ts'
import { outlookHorizons } from '../../src/outlook/targets/quantities.ts'
import { readOutlookFits } from '../../src/outlook/targets/stored-fits.ts'
import { stateOf } from '../../src/states/index.ts'
import { bundledRecord, openSnapshot } from '../../src/store/index.ts'
import { packageVersion } from '../../src/store/package-files.ts'
import { writeLedgerPage } from '../docs/ledger-page.ts'
import { refuseIssued, writeLedger } from './ledger-files.ts'
import { chosenPairs } from './ledger-pairs.ts'

/**
 * `npx tsx scripts/outlook/issue-ledger.ts`: issues the forecasts of this year’s ledger from the bundled record, once: a hundred pairs by a written rule
 * (docs/outlook/ledgers.md). Writes data/outlook/ledger/YEAR.csv and YEAR.json, and the page docs/outlook/ledger.md.
 */
const issued = new Date().toISOString().slice(0, 10)
const year = Number(issued.slice(0, 4))
refuseIssued(String(year))
const snapshot = await openSnapshot(bundledRecord())
const day = snapshot.manifest.created.slice(0, 10)
await goodsRecord(snapshot, null)
const [fits, events] = [await readOutlookFits(), await eventsOfRecord(snapshot)]
const chosen = chosenPairs(events.facts.record, { day, year: year - 1, seed: year, gdp: await gdpOf(snapshot, null) })
const pairs: IssuedPair[] = []
const entries: IssuedEntry[] = []
for (const { a, b, reason } of chosen) {
  const [one, other] = [stateOf(a)!, stateOf(b)!]
  const { targets } = await pairOutlook(snapshot, one, other, day, fits)
  const ofEvents = eventTargets(events, a, b).targets.map(targetOfEvent)
  const standing = (await standingOfPair(snapshot, one, other, Number(day.slice(0, 4)), day))?.order ?? null
  const pair = { a, b, reason, standing, blocs: blocsOfLeaving(ofEvents) }
  pairs.push(pair)
  // a year that is over is no matter of forecast, even if the record has no figure of it yet
  const open = [...targets, ...ofEvents].filter(({ period }) => lastYearOf(period) >= year)
  entries.push(...open.map((target) => issuedEntry(issued, pair, target)))
}
const dayOf = (source: string): string => events.facts.record.cards.get(source)!.vintage
writeLedger(
  {
    ...{
      name: String(year),
      year,
      issued,
      madeAfterwards: false,
      version: packageVersion(),
      snapshot: snapshot.manifest.id,
      seed: year,
      horizons: outlookHorizons,
    },
    ...{ tables: { sanctions: dayOf('sanctions-regimes'), blocs: dayOf('bloc-memberships') }, pairs },
  },
  entries,
)
snapshot.close()
await writeLedgerPage()
console.log(`${entries.length} forecasts of ${pairs.length} pairs`)
