import { describe, expect, it } from 'vitest'
import { testedText } from '../../tested-text.ts'

const date = '2026-11-20'
const verdictOf = async (sentence: string): Promise<string> => {
  const tested = await testedText(sentence, date)
  return tested.map(({ finding }) => finding?.verdict).find((verdict) => verdict !== undefined && verdict !== 'unverifiable') ?? 'open'
}

describe('numbers of vetoes without a time', () => {
  it.each([
    'Beijing has vetoed fewer than 20 drafts.',
    'China has cast fewer than 25 vetoes in the Security Council.',
    'Russia has cast more than 120 vetoes in the UN Security Council.',
    'The United States has used its veto more than 80 times.',
  ])('are of all time, and supported: %s', async (sentence) => expect(await verdictOf(sentence)).toBe('supported'))

  it.each([
    'Beijing has vetoed more than 100 drafts in the Security Council.',
    'The United Kingdom has cast more than 60 vetoes.',
    'The United States has cast fewer than ten vetoes.',
    'Washington has wielded its veto at the UN more than 300 times.',
  ])('are of all time, and contradicted: %s', async (sentence) => expect(await verdictOf(sentence)).toBe('contradicted'))

  it.each([
    'Poland has used its veto in the European Council more than 300 times.',
    'China could have cast more than 100 vetoes in the Security Council.',
    'Nigeria is a large country.\nRussia has used its veto fewer than 40 times since 1946.',
    'The Security Council discussed a draft on Syria.\nChina has vetoed six drafts.',
  ])('are left open where another matter may be meant: %s', async (sentence) => expect(await verdictOf(sentence)).toBe('open'))
})

it('numbers of all time are not limited by states of the sentences before', async () => {
  const tested = await testedText('Germany has about 83 million people.\nBeijing has vetoed fewer than 20 drafts.', date)
  expect(tested.at(-1)?.finding?.verdict).toBe('supported')
})

describe('vetoes that were never cast', () => {
  it('or not since a year, are refuted by any after it', async () => {
    expect(await verdictOf('The United States has not cast a veto in the Security Council since 2010.')).toBe('contradicted')
    expect(await verdictOf('France has not cast a veto in the Security Council since 1989.')).toBe('open')
  })

  it('are refuted by any', async () => {
    expect(await verdictOf('France has never used its veto in the Security Council.')).toBe('contradicted')
    expect(await verdictOf('Russia has never cast a veto on Syria in the Security Council.')).toBe('contradicted')
  })

  it('are left open where the list has none, as it ends before the text', async () => {
    const [one] = await testedText('China has never vetoed a resolution on Cyprus in the Security Council.', date)
    expect(one!.finding?.verdict).toBe('unverifiable')
  })
})
