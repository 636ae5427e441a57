import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readClaims } from '../../src/claims/reading/document-claims.ts'
import { testClaims } from '../../src/claims/testing/test-claims.ts'
import { runCommandLine } from '../../src/cli/command-line.ts'
import { operations } from '../../src/operations/catalogue.ts'
import { loadSourceCards } from '../../src/sources/index.ts'
import { findSnapshot, openSnapshot, type Snapshot } from '../../src/store/index.ts'
import { passagesIn } from './passages.ts'
import { plantedSets, plantedTexts } from './planted-texts.ts'

const sourceCards = await loadSourceCards()

/**
 * Hashes of the project's answers, one per line: `npx tsx scripts/scores/yardstick.ts [--write FOLDER]`. A change that only
 * moves or renames code leaves every line unchanged.
 *
 * Covers every claim of all annotated sets and planted texts, read and tested against the bundled record on one day;
 * twenty assessments, `methods`, `sources`, `indicators` and a mirror as JSON; and all help texts. `--write` also
 * stores the hashed content in a folder, so that two folders can be compared line by line. The held-out set is hashed
 * as a whole and never written.
 */
const { values } = parseArgs({ options: { write: { type: 'string' } } })
const day = '2026-11-29'
const passages = fileURLToPath(new URL('../../test/claims/passages', import.meta.url))

/** Great powers, neighbours at peace and at war, small and distant states, blocs, and a state that no longer exists. */
const pairs = [
  'CHN RUS',
  'USA CHN',
  'FRA DEU',
  'IND PAK',
  'VNM USA',
  'RUS UKR',
  'EST RUS',
  'CHL PER',
  'KEN TZA',
  'SAU IRN',
  'JPN KOR',
  'AUS NZL',
  'BRA ARG',
  'TUR GRC',
  'ARM AZE',
  'SRB KAZ',
  'STP CHN',
  'RUS EU',
  'EU NATO',
  'CHN BRICS',
]

/** Only the bundled record. */
const env = { VISAVIS_HOME: '/nonexistent' }

/** Runs one command line and returns its output. */
async function output(words: readonly string[]): Promise<string> {
  const parts: string[] = []
  const write = (text: string | Uint8Array): void => void parts.push(typeof text === 'string' ? text : Buffer.from(text).toString('utf8'))
  const code = await runCommandLine(words, { env, stdout: { write }, stderr: { write } })
  if (code !== 0) throw new Error(`visavis ${words.join(' ')} ended with ${code}:\n${parts.join('')}`)
  return parts.join('')
}

/** Every claim of some texts with its result, one per line. */
async function claimsOf(texts: readonly { date: string; title: string; lines: readonly string[] }[], snapshot: Snapshot): Promise<string> {
  const cards = new Map(sourceCards.map((card) => [card.id, card]))
  const tested: string[] = []
  for (const { date, title, lines } of texts) {
    const found = await testClaims(readClaims(lines, date, title), { snapshot, date, today: day, cards })
    tested.push(...found.map((one) => JSON.stringify(one)))
  }
  return tested.join('\n')
}

/** The text without the current date, which is not part of the answer. */
const undated = (text: string): string => text.replaceAll(new Date().toISOString().slice(0, 10), 'TODAY')

async function main(): Promise<void> {
  const { directory } = await findSnapshot({ snapshot: undefined, asOf: undefined, env })
  const snapshot = await openSnapshot(directory)
  const whole = createHash('sha256')
  const tell = (name: string, text: string, isAside = false): void => {
    const hash = createHash('sha256').update(text).digest('hex')
    whole.update(`${name} ${hash}\n`)
    console.log(`${hash.slice(0, 16)}  ${name}`)
    if (values.write !== undefined && !isAside) writeFileSync(join(values.write, `${name.replaceAll(/[ /]/g, '-')}.txt`), text)
  }
  if (values.write !== undefined) mkdirSync(values.write, { recursive: true })
  const folders = readdirSync(passages, { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map(({ name }) => name)
    .sort()
  const readFrom = (names: readonly string[]): Promise<string> =>
    claimsOf(
      passagesIn(names.map((name) => join(passages, name))).map(({ date, title = '', text }) => ({ date, title, lines: text.split('\n') })),
      snapshot,
    )
  for (const folder of folders.filter((name) => !name.startsWith('aside'))) tell(`claims of ${folder}`, await readFrom([folder]))
  tell('claims set aside', await readFrom(folders.filter((name) => name.startsWith('aside'))), true)
  for (const set of plantedSets) {
    const texts = plantedTexts(set).map(({ date, title, sentences }) => ({ date, title, lines: sentences }))
    tell(`planted ${set}`, await claimsOf(texts, snapshot))
  }
  snapshot.close()
  for (const pair of pairs) tell(`assess ${pair}`, undated(await output(['assess', ...pair.split(' '), '--json'])))
  tell('mirror', undated(await output(['mirror', 'CHN', 'RUS', '--json'])))
  for (const name of ['methods', 'sources', 'indicators']) tell(name, undated(await output([name, '--json'])))
  const commands = ['', ...operations.map(({ name }) => name), 'read-all', 'serve', 'mcp']
  const helps: string[] = []
  for (const name of commands) helps.push(await output([...name.split(' ').filter(Boolean), '--help']))
  tell('help texts', helps.join('\n'))
  console.log(`${whole.digest('hex').slice(0, 16)}  all of it`)
}

await main()
