import { linkRollCalls, type TitledRollCall } from '../../src/measures/resolution-links/resolution-links.ts'
import { randomStream } from '../../src/numeric/random.ts'
import { bundledRecord, findSnapshot, openSnapshot } from '../../src/store/index.ts'

/**
 * Prints random links of the bundled record for manual review: `npx tsx scripts/record/draw-resolution-links.ts SEED
 * [NUMBER]`. Every link is equally likely. A vote recorded twice is not a link between resolutions and is not drawn.
 */
const [seed, number] = [Number(process.argv[2] ?? 1), Number(process.argv[3] ?? 200)]
const { directory } = await findSnapshot({ snapshot: bundledRecord() })
const snapshot = await openSnapshot(directory)
const rollCalls = (await snapshot.rows(
  'SELECT id, session, symbol, title, kind FROM roll_calls ORDER BY date, id',
)) as unknown as TitledRollCall[]
snapshot.close()

const links = linkRollCalls(rollCalls).links.filter(({ rule }) => rule !== 'same-vote')
const stream = randomStream(seed, 'resolution-links')
for (let i = 0; i < Math.min(number, links.length); i++) {
  const j = i + stream.below(links.length - i)
  ;[links[i], links[j]] = [links[j]!, links[i]!]
}
const drawn = links.slice(0, number).sort((a, b) => rollCalls[a.later]!.id - rollCalls[b.later]!.id)
for (const { earlier, later, rule } of drawn) {
  const [a, b] = [rollCalls[earlier]!, rollCalls[later]!]
  console.log([a.id, b.id, rule, a.symbol ?? '', b.symbol ?? '', a.title ?? '', b.title ?? ''].join('\t'))
}
