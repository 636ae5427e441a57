import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { manualPage } from './manual.ts'

/** Writes man/visavis.1 from the commands. */
writeFileSync(fileURLToPath(new URL('../../man/visavis.1', import.meta.url)), manualPage())
