import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readCameoCodes } from '../../../src/sources/politics/cameo-codes.ts'
import { cameoState } from '../../../src/sources/rows/cameo-parties.ts'
import { resolve } from '../../../src/states/index.ts'
import { fileOf } from '../event-files.ts'
import { haveRaw, rawFolder, rawNeeded } from '../raw-data.ts'

test('a code with two labels keeps both, and leading zeros stay', async () => {
  const groups = await readCameoCodes(fileOf('CAMEO.knowngroup.txt', ['CODE\tLABEL', 'CEM\tOne', 'CEM\tOther']))
  expect([...groups.labels]).toEqual([['CEM', ['One', 'Other']]])
  const events = await readCameoCodes(fileOf('CAMEO.eventcodes.txt', ['CAMEOEVENTCODE\tEVENTDESCRIPTION', '010\tMake statement']))
  expect([events.kind, [...events.labels.keys()]]).toEqual(['event', ['010']])
})

test.each([
  ['a file whose name says nothing', 'codes.txt', ['CODE\tLABEL'], 'codes.txt: the name says none of'],
  ['the table of another kind', 'cameoEvent.txt', ['CODE\tLABEL', 'RUS\tRussia'], 'cameoEvent.txt:1 has the header "CODE\tLABEL"'],
  ['a code that is none', 'cameoCountry.txt', ['CODE\tLABEL', 'RU\tRussia'], 'cameoCountry.txt:2: "RU\tRussia" is no country code'],
  ['a torn line', 'cameoCountry.txt', ['CODE\tLABEL', 'RUS'], 'cameoCountry.txt:2 has 1 tab-separated fields, not 2'],
])('%s is refused', async (_, name, lines, message) => {
  await expect(readCameoCodes(fileOf(name, lines))).rejects.toMatchObject({ code: 'BadInput', message: expect.stringContaining(message) })
})

describe.skipIf(!haveRaw)(`the six tables ${rawNeeded}`, () => {
  const read = (kind: string) => readCameoCodes(join(rawFolder, 'gdelt-samples', `cameo${kind}.txt`))

  test('have as many lines as the provider has, and the code that lost its line break is there again', async () => {
    const sizes: Record<string, number> = {}
    for (const kind of ['Country', 'Ethnic', 'Event', 'Group', 'Religion', 'Type']) {
      sizes[kind] = [...(await read(kind)).labels.values()].flat().length
    }
    // rows of the files without their headers; the event file's 310 lines are 311 codes
    expect(sizes).toEqual({ Country: 261, Ethnic: 646, Event: 311, Group: 117, Religion: 31, Type: 40 })
    const events = await read('Event')
    expect([events.labels.get('1056'), events.labels.get('106')]).toEqual([
      ['Demand de-escalation of military engagement'],
      ['Demand withdrawal'],
    ])
  })

  test('each country code means the state or territory that its label means, or a region', async () => {
    for (const [code, [label]] of (await read('Country')).labels) {
      const meant = resolve(code === 'COL' ? 'Colombia' : label!, '2015-02-18')
      // Baghdad is a place in Iraq, not Iraq
      const due = meant.kind === 'state' && code !== 'BAG' ? meant.state.iso3 : meant.kind === 'non-state' ? undefined : null
      expect([code, regionless(code)], label).toEqual([code, due])
    }
  })

  /** Undefined where the code is none of a country; three codes of regions are also words of the ISO list. */
  function regionless(code: string): string | null | undefined {
    return regions.has(code) ? undefined : cameoState(code, '2015-02-18')
  }
})

const regions = new Set('AFR ASA BLK CRB CAU CFR CAS CEU EIN EAF EEU EUR LAM MEA MDT NAF NMR PGS SCN SAM SAS SEA SAF WAF WST'.split(' '))
