import { describe, expect, test } from 'vitest'
import { readName, stateOf, suggestParties } from '../../../src/states/index.ts'

const candidates = (name: string, date: string): (string | null)[] | string => {
  const read = readName(name, date)
  if (read.kind === 'clear') return read.found.kind === 'state' ? read.found.state.iso3 : read.found.kind
  return read.candidates.map(({ id, name: own }) => id ?? own)
}
const sentence = (name: string, date: string): string | undefined => {
  const read = readName(name, date)
  return read.kind === 'clear' ? read.reading?.sentence : undefined
}

test.each([
  ['Congo', '2024-06-30', ['COD', 'COG']],
  ['the Congo', '2024-06-30', ['COD', 'COG']],
  ['Конго', '2024-06-30', ['COD', 'COG']],
  ['Congo', '1960-07-15', 'COD'],
  ['Republic of the Congo', '1962-06-30', ['COD', 'COG']],
  ['Republic of the Congo', '2024-06-30', 'COG'],
  ['Korea', '2024-06-30', ['KOR', 'PRK']],
  ['Corée', '1950-06-25', ['KOR', 'PRK']],
  ['Korea', '1900-01-01', 'JOS'],
  ['Yemen', '1990-05-21', ['YAR', 'YMD']],
  ['Yemen', '1990-05-22', 'YEM'],
  ['Yemen', '1960-01-01', 'YAR'],
  ['Germany', '1990-10-02', ['DEU', 'DDR']],
  ['Germany', '1990-10-03', 'DEU'],
  ['Vietnam', '1965-03-08', ['VNM', 'VDR']],
  ['Vietnam', '1980-01-01', 'VNM'],
  ['New Guinea', '2024-06-30', ['PNG', 'IDN']],
  ['Guiana', '2024-06-30', ['GUY', 'SUR']],
  ['Indochina', '2024-06-30', ['VNM', 'KHM', 'LAO']],
  ['Dominican', '2024-06-30', ['DOM', 'DMA']],
  ['Virgin Islands', '2024-06-30', ['British Virgin Islands', 'United States Virgin Islands']],
  ['Brussels', '2024-06-30', ['BEL', 'EU', 'NATO']],
])('%s on %s may mean %j', (name, date, meant) => {
  expect(candidates(name, date)).toEqual(meant)
})

test.each([
  ['Guinea', 'GIN'],
  ['Niger', 'NER'],
  ['Nigeria', 'NGA'],
  ['Dominica', 'DMA'],
  ['Sudan', 'SDN'],
  ['Samoa', 'WSM'],
  ['Georgia', 'GEO'],
  ['Ireland', 'IRL'],
  ['Micronesia', 'FSM'],
  ['China', 'CHN'],
  ['America', 'USA'],
  ['Moscow', 'RUS'],
])('%s has one meaning in the lists of states, and nothing is said about it', (name, iso3) => {
  expect([candidates(name, '2024-06-30'), sentence(name, '2024-06-30')]).toEqual([iso3, undefined])
})

test('a state asked for by its code is never ambiguous', () => {
  for (const code of ['COD', 'COG', 'KOR', 'PRK', 'DEU', 'DDR', 'VNM', 'VDR', 'YAR', 'YMD'])
    expect(candidates(code, '1985-06-30')).toBe(code)
})

test('every candidate of every shared name is a state, a bloc, or a territory', () => {
  for (const { id, kind } of ['Congo', 'Korea', 'Virgin Islands', 'Brussels'].flatMap((name) => {
    const read = readName(name, '2024-06-30')
    return read.kind === 'ambiguous' ? read.candidates : []
  }))
    expect(kind === 'territory' || kind === 'bloc' || stateOf(id!) !== undefined).toBe(true)
})

describe('a former state or name says what it is read as', () => {
  test('Yugoslavia in 2024 is Serbia, with the other successors', () => {
    expect(sentence('Yugoslavia', '2024-06-30')).toBe(
      '"Yugoslavia" is read as Serbia (SRB): the state of that name ended on 2006-06-04. ' +
        'Its other successors are Bosnia and Herzegovina (BIH), Croatia (HRV), North Macedonia (MKD), Montenegro (MNE), Slovenia (SVN).',
    )
    expect(sentence('YUG', '2024-06-30')).toContain('is read as Serbia (SRB)')
    expect(sentence('Yugoslavia', '1985-06-30')).toBeUndefined()
  })

  test('the Soviet Union in 2024 is Russia, which continues it; in 1985 it is what it was', () => {
    expect(sentence('Soviet Union', '2024-06-30')).toMatch(
      /^"Soviet Union" is read as Russia \(RUS\), which continues it\..*Ukraine \(UKR\)/,
    )
    expect(sentence('USSR', '2024-06-30')).toContain('Kazakhstan (KAZ)')
    expect([sentence('Soviet Union', '1985-06-30'), sentence('USSR', '1985-06-30')]).toEqual([undefined, undefined])
  })

  test.each([
    ['Zaire', '2024-06-30', '"Zaire" is read as Democratic Republic of the Congo (COD), which had that name before.'],
    ['Serbia', '1999-06-01', '"Serbia" is read as Yugoslavia (YUG) on 1999-06-01: Serbia (SRB) was not a state then.'],
    ['Austria', '1900-01-01', '"Austria" is read as Austria-Hungary (AUH) on 1900-01-01: Austria (AUT) was not a state then.'],
    ['Republic of China', '2024-06-30', '"Republic of China" is read as Taiwan (TWN), not as the People\'s Republic of China (CHN).'],
    ['Republic of China', '1930-01-01', undefined],
    ['West Germany', '1985-06-30', undefined],
  ])('%s on %s', (name, date, said) => {
    expect(sentence(name, date)).toBe(said)
  })
})

test('the finder offers every state that an ambiguous name may mean before any other', () => {
  const first = (typed: string, count: number): string[] =>
    suggestParties(typed)
      .slice(0, count)
      .map(({ id }) => id)
      .sort()
  expect(first('Congo', 2)).toEqual(['COD', 'COG'])
  expect(first('korea', 2)).toEqual(['KOR', 'PRK'])
  expect(first('Germany', 2)).toEqual(['DDR', 'DEU'])
  expect(first('Dominican', 2)).toEqual(['DMA', 'DOM'])
  expect(suggestParties('Germany')[0]!.id).toBe('DEU')
})

test('a misspelling between two states offers both', () => {
  const read = readName('Nigera', '2024-06-30')
  expect(read.kind === 'clear' && read.found.kind === 'unknown' && read.found.nearest.map((state) => state.iso3)).toEqual(['NER', 'NGA'])
})
