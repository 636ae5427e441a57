import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { grammarPage } from './claims-grammar.ts'

/** Writes docs/generated/claims-grammar.md from the tables of the claim reader. */
writeFileSync(fileURLToPath(new URL('../../docs/generated/claims-grammar.md', import.meta.url)), grammarPage())
