import { writeSnapshot } from '../../../src/store/index.ts'
import { about, observations, voters } from '../../store/rows.ts'

/**
 * A process that writes snapshot after snapshot under a root until it is killed, and prints the completed ones to
 * stdout.
 */
const [root, start = '0'] = process.argv.slice(2)
for (let n = Number(start); ; n++) {
  const content = {
    observations: { columns: observations(3000, n + 1) },
    voters: { columns: { position: [...voters.position!, n], state: [...voters.state!, 'IND'] } },
  }
  const { id } = await writeSnapshot(root!, content, { ...about, note: `write ${n}` })
  process.stdout.write(`${id}\n`)
}
