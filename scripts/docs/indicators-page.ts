import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { wholeCatalogue } from '../../src/operations/record-questions/indicators.ts'
import { indicatorsPage } from '../../src/reports/answers/indicator-catalogue.ts'

/** Writes docs/generated/indicators.md from the catalogue and the source cards. */
const page = fileURLToPath(new URL('../../docs/generated/indicators.md', import.meta.url))
writeFileSync(page, indicatorsPage({ schemaVersion: 1, indicators: await wholeCatalogue() }))
