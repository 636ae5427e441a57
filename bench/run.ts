import * as cli from './cli.ts'
import * as everySource from './every-source.ts'
import * as idealPoints from './ideal-points.ts'
import * as readers from './readers.ts'
import * as similarity from './similarity.ts'

/** Every timed case, one after the other: `npm run build && npm run bench`. */
for (const bench of [cli, similarity, idealPoints, readers, everySource]) {
  await bench.run()
  console.log()
}
