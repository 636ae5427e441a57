import * as allDyads from './all-dyads-assessed.ts'
import * as check from './check.ts'
import * as cli from './cli.ts'
import * as everySource from './every-source.ts'
import * as forecast from './forecast.ts'
import * as gravity from './gravity.ts'
import * as idealPoints from './ideal-points.ts'
import * as memory from './memory.ts'
import * as outlook from './outlook.ts'
import * as outlookPages from './outlook-pages.ts'
import * as pages from './pages.ts'
import * as panel from './panel.ts'
import * as publicServer from './public.ts'
import * as read from './read.ts'
import * as readers from './readers.ts'
import * as scenarios from './scenarios.ts'
import * as serving from './serve.ts'
import * as similarity from './similarity.ts'
import * as threeTasks from './three-tasks.ts'
import * as whatIf from './what-if.ts'
import * as wholeRecord from './whole-record.ts'
import * as work from './work.ts'

/** Every timed case, one after the other: `npm run build && npm run bench`. */
for (const bench of [
  ...[cli, memory, read, check, similarity, allDyads, panel, idealPoints, forecast, outlook, gravity, readers, everySource],
  ...[wholeRecord, pages, threeTasks, whatIf, outlookPages, scenarios, serving, publicServer, work],
]) {
  await bench.run()
  console.log()
}
