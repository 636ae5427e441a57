import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openServer } from '../open-server.ts'

const isBuilt = existsSync(join(import.meta.dirname, '../../../dist/app/index.html'))

describe.skipIf(!isBuilt)('the status of a page', () => {
  test('is 200 for every view, for a pair by codes, names, blocs and former states, and for a territory, whose page says what it is', async () => {
    const { ask } = await openServer()
    const there = ['/', '/world', '/what-if?show=pair', '/dyad', '/dyad/CHN/RUS', '/dyad/china/european%20union', '/dyad/CHN/SUN?to=1955']
    for (const path of [...there, '/dyad/HKG/CHN']) expect((await ask(path)).status, path).toBe(200)
  })

  test('is 404 for a view that is none and for a party that is none, with the page that says so', async () => {
    const { ask } = await openServer()
    for (const path of ['/nowhere', '/world2', '/dyad/Atlantis/CHN', '/dyad/CHN/%E0%A4%A']) {
      const { status, text, headers } = await ask(path)
      expect([status, headers['content-type']], path).toEqual([404, 'text/html; charset=utf-8'])
      expect(text).toContain('<div id="app">')
    }
    expect((await ask('/dyad/Frnace/CHN')).text).toContain('Did you mean France (FRA)?')
  })

  test('/pair/A/B leads to the page of the pair, with its query', async () => {
    const { ask } = await openServer()
    const { status, headers } = await ask('/pair/USA/ISR?to=2020')
    expect([status, headers['location']]).toEqual([301, '/dyad/USA/ISR?to=2020'])
  })
})
