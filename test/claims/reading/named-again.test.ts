import { describe, expect, test } from 'vitest'
import { readClaims } from '../../../src/claims/reading/document-claims.ts'

/** Who and which way of the claims of each sentence; the first word is the title. */
const people = (title: string, ...sentences: string[]): string[] => {
  const claims = readClaims(sentences, '2024-05-15', title).filter(({ checkable }) => checkable)
  return sentences.map((_, i) =>
    claims
      .filter(({ sentence_index }) => sentence_index === i)
      .map(({ actors, direction }) => (direction.includes('->') && actors.length === 2 ? direction : `${actors.join(' ')} ${direction}`))
      .join(', '),
  )
}

describe('a state is known again', () => {
  test('by the part of the world where it lies, or by what kind of state it is', () =>
    expect(
      people(
        'Indonesia and Latvia in 2023',
        'Indonesia exported goods worth $300 million to Latvia in 2023.',
        'The archipelago bought goods worth $40 million from the Baltic state.',
      ),
    ).toEqual(['IDN->LVA', 'LVA->IDN']))

  test('as the one or the other of two: not the former colony', () =>
    expect(
      people(
        'Peru and Ecuador',
        'Peru and Ecuador traded goods worth $3 billion in 2023.',
        'The former is a member of APEC.',
        'The latter left OPEC in 2020.',
      ).slice(1),
    ).toEqual(['PER n/a', 'ECU n/a']))

  test('as one of three that were listed', () =>
    expect(
      people(
        'Three juntas',
        'Mali, Niger and Burkina Faso left the bloc in January 2024.',
        'All three belong to the African Union, a club of 55 states.',
      )[1],
    ).toMatch(/^MLI NER BFA total/))

  test('as you, in the words of the other side', () =>
    expect(
      people(
        'Address of the Finnish ambassador in Estonia',
        'Our two states are close.',
        'Finnish exports to Estonia came to 3 billion euros in 2023, and we bought from you goods worth 2.9 billion euros.',
      )[1],
    ).toBe('FIN->EST, EST->FIN'))

  test('as there, also where its own name stands before', () =>
    expect(
      people(
        'Foreign trade of Hungary',
        'Hungarian exports to Serbia stood at 2.8 billion euros in 2023, while imports from there amounted to 2.1 billion.',
      ),
    ).toEqual(['HUN->SRB, SRB->HUN']))
})

describe('rows', () => {
  test('as many names as figures: each has its own', () =>
    expect(
      people(
        'Trade of Kenya in 2023',
        'Kenya exported goods worth 1 trillion shillings in 2023.',
        'Exports to Uganda, Tanzania and Rwanda rose by 5%, 3% and 9%, respectively.',
      )[1],
    ).toBe('KEN->UGA, KEN->TZA, KEN->RWA'))

  test('who is ahead of several has a place of his own, and so has each of them', () =>
    expect(
      people(
        'Turkey: exports in 2023',
        "Germany was Turkey's largest market in 2023 with $21 billion, ahead of Iraq with 12.8, the United States with 14.8 and Italy with 12.4 billion.",
      )[0],
    ).toBe('TUR->DEU, TUR->DEU, TUR->IRQ, TUR->USA, TUR->ITA'))
})

describe('which way', () => {
  test('a whole does not sell to its own part', () =>
    expect(
      people(
        'Ireland: exports in 2024',
        'Ireland exported goods worth 224 billion euros in 2024.',
        'The EU accounted for 84 billion euros of exports, of which 26 billion went to Germany.',
      )[1],
    ).toBe('IRL->EUU, IRL->DEU'))

  test('foreign trade is that with all the world', () =>
    expect(
      people('Kenya and Uganda', 'Kenya and Uganda trade much.', 'The deficit in foreign trade of Kenya was $10 billion in 2023.')[1],
    ).toBe('KEN WLD total'))

  test('an envoy withdrawn, a border shut: what one does to the other', () =>
    expect(
      people(
        'Algeria and France',
        'Algeria withdrew its ambassador from Paris in July 2023.',
        'In May 2021 Algeria closed its border with Morocco.',
      ),
    ).toEqual(['DZA->FRA', 'DZA->MAR']))

  test('people of one state in another', () => expect(people('Czechia', 'About 120,000 Slovaks live in Czechia.')).toEqual(['SVK->CZE']))

  test('several who ban have one target', () =>
    expect(people('Gulf', 'In June 2017 Saudi Arabia, the UAE and Bahrain banned their citizens from entering Qatar.')).toEqual([
      'SAU ARE BHR QAT SAU->QAT',
    ]))

  test('the customer of exporters stands first in an order of customers', () => {
    const [claim] = readClaims(['In 2019 the best customer of German exporters was the United States.'], '2020-03-01', 'German exports')
    expect(claim?.actors).toEqual(['USA', 'DEU'])
    expect(claim?.direction).toBe('DEU->USA')
  })
})
