import { wilson } from '../../src/measures/similarity/wilson.ts'
import { findSnapshot, openSnapshot } from '../../src/store/index.ts'
import { type PlantedScore, plantedScore, plantedSets, plantedTexts } from './planted-texts.ts'

/**
 * How many deliberate errors in plain texts are found, and how many claims of other sentences are marked contradicted:
 * `score-planted [--record HOME] [--show]`.
 */
const words = process.argv.slice(2)
const home = words.includes('--record') ? words[words.indexOf('--record') + 1] : undefined
const { directory } = await findSnapshot({ snapshot: undefined, asOf: undefined, env: home === undefined ? {} : { VISAVIS_HOME: home } })
const snapshot = await openSnapshot(directory)
const today = new Date().toISOString().slice(0, 10)

const share = (hit: number, of: number): string => {
  const { low, high } = wilson(hit / of, of)
  return `${(hit / of).toFixed(3)} (${hit} of ${of}; ${low.toFixed(3)} to ${high.toFixed(3)})`
}

for (const set of plantedSets) {
  const scores: PlantedScore[] = []
  for (const text of plantedTexts(set)) scores.push(await plantedScore(text, snapshot, today))
  const planted = scores.filter(({ text }) => text.planted !== undefined)
  const others = scores.flatMap(({ text, tested }) =>
    tested.filter(({ claim }) => claim.checkable && claim.sentence_index !== text.planted?.sentence),
  )
  const reproached = scores.flatMap((one) => one.reproached.map((claim) => ({ ...one, claim })))
  console.log(`${set}: errors found ${share(planted.filter(({ found }) => found).length, planted.length)}`)
  console.log(
    `  claims of other sentences answered     ${share(others.filter(({ answer }) => answer === 'checked').length, others.length)}`,
  )
  console.log(`  claims of other sentences contradicted ${share(reproached.length, others.length)}`)
  if (!words.includes('--show')) continue
  for (const { text } of planted.filter(({ found }) => !found))
    console.log(`  not found: ${text.title}: ${text.sentences[text.planted!.sentence]} (${text.planted!.right})`)
  for (const { text, claim } of reproached) console.log(`  reproached: ${text.title}: ${claim.claim.sentence}\n    ${claim.finding?.why}`)
}
snapshot.close()
