import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, type Resolution, resolve, type State, states } from '../../../src/states/index.ts'
import { englishSpellings, otherSpellings, type Spelling, territories } from '../../../src/states/names/spellings.ts'

/** A resolution in one word, as the list of source names writes it. */
function inShort(found: Resolution): string {
  if (found.kind === 'state') return found.state.iso3
  if (found.kind === 'bloc') return `bloc:${found.id}`
  return found.kind === 'territory' ? `territory:${found.name}` : found.kind
}
const short = (spelling: string, date?: string): string => inShort(resolve(spelling, date))

const nearest = (spelling: string): string[] => {
  const found = resolve(spelling)
  return found.kind === 'unknown' ? found.nearest.map(({ iso3 }) => iso3) : [`resolved: ${inShort(found)}`]
}

const marked = (spelling: string): string | undefined => {
  const found = resolve(spelling)
  return found.kind === 'state' ? (found.marked ?? 'none') : undefined
}

/** The spellings a state has of its own, each with a day on which it was its name. */
const ownNames = ({ iso3, iso2, name, official, names, spans }: State): [string, string][] => {
  const last = spans.at(-1)
  const day = last?.to ?? '2026-11-24'
  return [
    ...[name, official, iso3, ...(iso2 === null ? [] : [iso2])].map((spelling): [string, string] => [spelling, day]),
    ...names.flatMap((span): [string, string][] => [
      [span.name, span.from],
      [span.name, span.to ?? day],
    ]),
  ]
}
const everyName = states.flatMap((state) => ownNames(state).map(([spelling, day]) => ({ iso3: state.iso3, spelling, day })))

describe('every state', () => {
  test('is found by its name, official name, codes and former names on a day when they were its own', () => {
    expect(everyName.length).toBeGreaterThan(900)
    for (const { iso3, spelling, day } of everyName) expect(short(spelling, day), `${spelling} on ${day}`).toBe(iso3)
  })

  test('is found by them whatever the case, articles, possessives, blanks, accents and look-alike letters', () => {
    const named = everyName.filter(({ spelling }) => spelling.length > 3)
    const lookAlikes: Readonly<Record<string, string>> = { a: 'а', c: 'с', e: 'е', o: 'о', p: 'р', x: 'х', A: 'А', B: 'В', M: 'М', T: 'Т' }
    const ways: readonly ((text: string) => string)[] = [
      (text) => text.toUpperCase(),
      (text) => text.toLowerCase(),
      (text) => `the ${text}`,
      (text) => `${text}'s`,
      (text) => ` ${text.replaceAll(' ', '  ')} `,
      (text) => text.normalize('NFD'),
      (text) => text.normalize('NFD').replace(/\p{M}/gu, ''),
      (text) => text.replace(/[acepoxABMT]/, (letter) => lookAlikes[letter] ?? letter),
      (text) => text.replaceAll('-', ' ').replaceAll(' and ', ' & '),
    ]
    fc.assert(
      fc.property(fc.constantFrom(...named), fc.constantFrom(...ways), ({ iso3, spelling, day }, way) => {
        expect(short(way(spelling), day), way(spelling)).toBe(iso3)
      }),
      { numRuns: 3000 },
    )
  })

  test('and every territory with a code is found by its codes and names', () => {
    for (const { iso3, iso2, name, spellings } of territories()) {
      for (const spelling of [...spellings, ...(iso3 === null ? [] : [iso3]), ...(iso2 === null ? [] : [iso2])]) {
        expect(short(spelling), spelling).toBe(`territory:${name}`)
      }
    }
  })
})

describe('the tables agree with themselves', () => {
  const level = ([, meaning]: Spelling): string => (meaning.kind === 'state' ? (meaning.marked ?? 'name') : 'name')
  const clashes = (spellings: readonly Spelling[]): string[] => {
    const first = new Map<string, string>()
    const found: string[] = []
    for (const spelling of spellings) {
      const key = `${level(spelling)} ${fold(spelling[0])}`
      const known = first.get(key)
      if (known === undefined) first.set(key, inShort(spelling[1]))
      else if (known !== inShort(spelling[1])) found.push(`${spelling[0]}: ${known} and ${inShort(spelling[1])}`)
    }
    return found
  }

  test('no English spelling means two things at one level', () => {
    expect(clashes(englishSpellings())).toEqual([])
  })

  test('no spelling of another language means two things at one level', () => {
    expect(clashes(otherSpellings())).toEqual([])
  })

  test('no spelling of another language means something else in English', () => {
    for (const [spelling, meaning] of otherSpellings()) expect([inShort(meaning), 'unknown'], spelling).toContain(short(spelling))
  })
})

describe('spellings', () => {
  test.each([
    ['Türkiye', 'TUR'],
    ['TÜRKİYE', 'TUR'],
    ['Turkiye', 'TUR'],
    ['TU\u0308RKI\u0307YE', 'TUR'],
    ['KOREA (DEMOCRATIC PEOPLE’S REPUBLIC OF)', 'PRK'],
    ['Korea, Dem. People’s Rep.', 'PRK'],
    ['Korea, Rep.', 'KOR'],
    ['Congo, Dem. Rep.', 'COD'],
    ['Congo, Rep.', 'COG'],
    ['Yemen Arab Republic (North Yemen)', 'YAR'],
    ['Китaй', 'CHN'],
    ['Китай', 'CHN'],
    ['俄罗斯', 'RUS'],
    ['Côte d’Ivoire (Ivory Coast)', 'CIV'],
    ["Germany (incl. German Democratic Republic 'DD' from 1991)", 'DEU'],
    ['European Union - 27 countries (AT, BE, BG, CY, CZ)', 'bloc:EU'],
    ['the E.U.', 'bloc:EU'],
    ['NATO', 'bloc:NATO'],
    ['African Union**', 'bloc:AU'],
    ['Hezbollah (Lebanon)*', 'non-state'],
    ['Kosovo*', 'XKX'],
    ['World', 'non-state'],
    ['Areas, not elsewhere specified', 'non-state'],
    ['Hong Kong SAR, China', 'territory:Hong Kong'],
    ['Holy See', 'territory:Holy See'],
    ['State of Palestine', 'territory:Palestine'],
    ['Republic of Korea', 'KOR'],
    ['Macedonia, former Yugoslav Republic of', 'MKD'],
    ['Niger', 'NER'],
    ['Nigeria', 'NGA'],
    ['Guinea', 'GIN'],
    ['Guinea-Bissau', 'GNB'],
    ['Dominica', 'DMA'],
    ['Dominican Republic', 'DOM'],
    ['Austria', 'AUT'],
    ['Australia', 'AUS'],
    ['Slovakia', 'SVK'],
    ['Slovenia', 'SVN'],
    ['Samoa', 'WSM'],
    ['American Samoa', 'territory:American Samoa'],
  ])('%s is %s', (spelling, expected) => {
    expect(short(spelling)).toBe(expected)
  })

  test('two names in one spelling count only where they mean the same', () => {
    expect(short('Belarus (Belorussia)')).toBe('BLR')
    expect(short('China (Japan)')).toBe('unknown')
    expect(short('PLO (Israel)')).toBe('unknown')
  })
})

describe('codes', () => {
  test('ISO codes in capitals, three letters in small ones too, but never a word', () => {
    expect(['US', 'USA', 'usa', 'CHN', 'chn', 'GB', 'UK', 'EL', 'GR'].map((code) => short(code))).toEqual(
      'USA USA USA CHN CHN GBR GBR GRC GRC'.split(' '),
    )
    for (const word of ['us', 'it', 'in', 'be', 'and', 'can', 'are', 'per', 'car', 'no', 'id']) expect(short(word), word).toBe('unknown')
    expect(short('AND')).toBe('AND')
  })

  test('ISO comes before other code systems: AUS is Australia, not the Austria of COW', () => {
    expect(short('AUS')).toBe('AUS')
    expect(short('SLV')).toBe('SLV')
    expect(short('AU')).toBe('AUS')
  })

  test('withdrawn codes are those of who they were, marked', () => {
    expect(short('SUN')).toBe('RUS')
    expect(marked('SUN')).toBe('former name')
    expect(marked('USSR')).toBe('former name')
    expect(short('SCG')).toBe('YUG')
  })

  test('codes that changed hands follow the day', () => {
    expect([short('CS'), short('CS', '1980-01-01'), short('CS', '2004-01-01')]).toEqual(['CSK', 'CSK', 'YUG'])
    expect([short('YU'), short('YU', '2015-01-01')]).toEqual(['YUG', 'SRB'])
  })
})

describe('names that follow the day', () => {
  test.each([
    ['Germany', '1985-01-01', 'DEU'],
    ['Germany', '1938-01-01', 'DEU'],
    ['East Germany', '1985-01-01', 'DDR'],
    ['Congo', '1960-07-15', 'COD'],
    ['Congo', '1985-01-01', 'COG'],
    ['Congo', undefined, 'COG'],
    ['Zaire', '1985-01-01', 'COD'],
    ['Yemen', '1985-01-01', 'YAR'],
    ['Yemen', '1990-05-22', 'YEM'],
    ['Yemen', undefined, 'YEM'],
    ['Vietnam', '1850-01-01', 'ANM'],
    ['Vietnam', '1968-01-01', 'VNM'],
    ['Korea', '1900-01-01', 'JOS'],
    ['Korea', undefined, 'KOR'],
    ['Sudan', '1990-01-01', 'SDN'],
    ['Sudan', undefined, 'SDN'],
    ['Austria', '1900-01-01', 'AUH'],
    ['Austria', '1920-01-01', 'AUT'],
    ['Serbia', '1914-06-28', 'SRB'],
    ['Serbia', '1999-03-24', 'YUG'],
    ['Serbia', undefined, 'SRB'],
    ['Yugoslavia', '1980-05-04', 'YUG'],
    ['Yugoslavia', '2015-01-01', 'SRB'],
    ['Republic of China', '1930-01-01', 'CHN'],
    ['Republic of China', '1960-01-01', 'TWN'],
    ['China', '1960-01-01', 'CHN'],
    ['Soviet Union', '1985-01-01', 'RUS'],
  ])('%s on %s is %s', (spelling, date, iso3) => {
    expect(short(spelling, date)).toBe(iso3)
  })

  test('a state is named even on a day when it did not exist: existedOn tells', () => {
    expect(short('South Sudan', '1990-01-01')).toBe('SSD')
    expect(short('Estonia', '1960-01-01')).toBe('EST')
  })
})

describe('marks', () => {
  test.each([
    ['Moscow', 'RUS', 'capital'],
    ['Beijing', 'CHN', 'capital'],
    ['Washington', 'USA', 'capital'],
    ['the Kremlin', 'RUS', 'government'],
    ['Whitehall', 'GBR', 'government'],
    ['the Russians', 'RUS', 'demonym'],
    ['Chinese', 'CHN', 'demonym'],
    ['Soviet Union', 'RUS', 'former name'],
    ['Burkina Faso', 'BFA', 'none'],
    ['Upper Volta', 'BFA', 'former name'],
    ['Turkey', 'TUR', 'none'],
    ['Singapore', 'SGP', 'none'],
    ['Luxembourg', 'LUX', 'none'],
  ])('%s is %s, marked %s', (spelling, iso3, mark) => {
    expect([short(spelling), marked(spelling)]).toEqual([iso3, mark])
  })

  test('words that are peoples or capitals only with a capital letter', () => {
    expect(['male', 'polish', 'pole', 'grenade'].map((word) => short(word))).toEqual(['unknown', 'unknown', 'unknown', 'unknown'])
    expect([short('Malé'), short('Polish')]).toEqual(['MDV', 'POL'])
  })
})

describe('unknown', () => {
  test.each([
    ['Chna', 'CHN'],
    ['Rusia ', 'RUS'],
    ['Uzbekistn', 'UZB'],
    ['Kazakstn', 'KAZ'],
    ['Untied Kingdom', 'GBR'],
    ['Phillipinnes', 'PHL'],
  ])('%s has %s as its first candidate, or is read as it', (spelling, iso3) => {
    const found = resolve(spelling)
    expect(found.kind === 'unknown' ? found.nearest[0]?.iso3 : inShort(found)).toBe(iso3)
  })

  test('at most five candidates, none for what is like nothing', () => {
    expect(nearest('xyzzyqwert')).toEqual([])
    expect(nearest('')).toEqual([])
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 20 }), (text) => {
        const found = resolve(text)
        return found.kind !== 'unknown' || (found.nearest.length <= 5 && new Set(found.nearest).size === found.nearest.length)
      }),
      { numRuns: 200 },
    )
  })

  test('what names several is not guessed, and says whom', () => {
    expect(nearest('Congolese')).toEqual(['COG', 'COD'])
    expect(nearest('Dominican')).toEqual(['DOM', 'DMA'])
    expect(nearest('Koreans')).toEqual(['KOR', 'PRK'])
    expect(nearest('Brussels')).toEqual(['BEL'])
  })
})
