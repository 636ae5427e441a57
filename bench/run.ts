import * as cli from './cli.ts'
import * as similarity from './similarity.ts'

/** Every timed case, one after the other: `npm run build && npm run bench`. */
for (const bench of [cli, similarity]) {
  await bench.run()
  console.log()
}
