import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { tourPage } from './tour.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Writes docs/tour.md from the output of the built program (run `npm run build` first). */
writeFileSync(
  join(root, 'docs/tour.md'),
  tourPage(
    (words, input) =>
      spawnSync(process.execPath, [join(root, 'dist/cli/main.js'), ...words, '--quiet'], {
        ...{ encoding: 'utf8', maxBuffer: 1e8, input: input ?? '', env: { ...process.env, VISAVIS_HOME: '/nonexistent' } },
      }).stdout,
  ),
)
