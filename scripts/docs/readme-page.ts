import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { exampleOf, examplePair, examplePicture, pictureOf } from './readme-example.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Writes the example and the picture of README.md from the output of the built product (run `npm run build` first). */
const visavis = (...words: string[]): string =>
  spawnSync(process.execPath, [join(root, 'dist/cli/main.js'), ...words, '--quiet'], {
    encoding: 'utf8',
    maxBuffer: 1e8,
    env: { ...process.env, VISAVIS_HOME: '/nonexistent' },
  }).stdout

const readme = join(root, 'README.md')
const text = readFileSync(readme, 'utf8')
const block = exampleOf(visavis('assess', ...examplePair))
writeFileSync(
  readme,
  text.replace(/^```\n\$ visavis assess [\s\S]*?^```$/m, () => block),
)

const picture = join(root, examplePicture)
mkdirSync(dirname(picture), { recursive: true })
writeFileSync(picture, pictureOf(visavis('assess', ...examplePair, '--format', 'html')))
