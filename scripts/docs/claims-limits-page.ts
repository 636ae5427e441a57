import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { limitsPage } from './limits-page.ts'

/** Writes docs/generated/claims-limits.md from the table of limits and what scripts/scores/score-limits.ts measured last. */
const path = (ending: string): string => fileURLToPath(new URL(`../../docs/generated/claims-limits.${ending}`, import.meta.url))
writeFileSync(path('md'), limitsPage(JSON.parse(readFileSync(path('json'), 'utf8'))))
