import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadSourceCards } from '../../src/sources/index.ts'

const sourceCards = await loadSourceCards()

const page = readFileSync(join(import.meta.dirname, '../../docs/data-licences.md'), 'utf8')

test.each(sourceCards.map((card) => card.id))('docs/data-licences.md tells the terms of %s', (id) => {
  expect(page).toContain(`\`${id}\``)
})
