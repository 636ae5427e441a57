import { describe, expect, test } from 'vitest'
import {
  ballotsOf,
  type RecordedVote,
  regularSession,
  type Specification,
  usualSpecification,
} from '../../../src/measures/ideal-points/ideal-point-ballots.ts'

function vote(id: number, more: Partial<RecordedVote> = {}): RecordedVote {
  const plain = { symbol: null, title: null, kind: 'whole', issues: null, important: null, votes: '12.3' }
  return { id, date: '2000-12-01', session: '55', ...plain, ...more }
}

const chosen = (votes: readonly RecordedVote[], asked: Partial<Specification> = {}, items = votes.map((_, i) => i)): number[] =>
  ballotsOf(votes, items, { ...usualSpecification, ...asked }).rows

describe('the session of a roll call', () => {
  test.each([
    ['80', '2026-06-04', 80],
    ['ES-11', '2022-03-02', 76],
    ['ES-11', '2023-02-23', 77],
    ['ES-10', '2024-09-18', 79],
    ['ES-4', '1960-09-06', 14],
    ['S-5', '1967-05-07', 21],
    ['S-1', '1947-05-02', 1],
  ])('%s on %s counts to session %i', (session, date, regular) => {
    expect(regularSession(session, date)).toBe(regular)
  })
})

describe('which votes are taken', () => {
  test('paragraphs and amendments to 1989 only, unless all or none are asked for', () => {
    const votes = [
      vote(1, { date: '1989-12-31', session: '44', kind: 'paragraph' }),
      vote(2, { date: '1990-01-01', session: '44', kind: 'amendment' }),
      vote(3),
      vote(4, { kind: null }),
    ]
    expect(chosen(votes)).toEqual([0, 2])
    expect(chosen(votes, { paragraphs: 'whole' })).toEqual([2])
    expect(chosen(votes, { paragraphs: 'all' })).toEqual([0, 1, 2, 3])
  })

  test('session 19 is left out', () => {
    expect(chosen([vote(1, { session: '19', date: '1965-02-06' }), vote(2)])).toEqual([1])
  })

  test('days and sessions, issues and importance; what is not classified, or not known to be important, is not taken', () => {
    const votes = [
      vote(1, { date: '1999-12-31', session: '54', issues: 'nu,di', important: true }),
      vote(2, { issues: 'nu' }),
      vote(3, { issues: null, important: false }),
    ]
    expect(chosen(votes, { from: '2000-01-01' })).toEqual([1, 2])
    expect(chosen(votes, { to: '1999-12-31' })).toEqual([0])
    expect(chosen(votes, { fromSession: 55 })).toEqual([1, 2])
    expect(chosen(votes, { toSession: 54 })).toEqual([0])
    expect(chosen(votes, { issue: 'di' })).toEqual([0])
    expect(chosen(votes, { important: true })).toEqual([0])
  })

  test('contested: the share that did not vote as most did, of those who voted', () => {
    const votes = [vote(1, { votes: '1113....' }), vote(2, { votes: '11111112' }), vote(3, { votes: '........' })]
    expect(chosen(votes, { leastMinority: 0.25 })).toEqual([0])
  })
})

describe('as what they are taken', () => {
  const ballots = (asked: Partial<Specification>, votes = [vote(7), vote(9, { session: '56' })], items = [0, 0]): string[] =>
    ballotsOf(votes, items, { ...usualSpecification, ...asked }).ballots.map((one) => `${one.item} ${one.session} ${one.votes}`)

  test('linked roll calls bear the id of the first; unlinked their own', () => {
    expect(ballots({})).toEqual(['7 55 12.3', '7 56 12.3'])
    expect(ballots({ link: 'none' })).toEqual(['7 55 12.3', '9 56 12.3'])
  })

  test('the name of an item does not hang on which votes are taken', () => {
    expect(ballots({ fromSession: 56 })).toEqual(['7 56 12.3'])
  })

  test('an abstention as a no, or left out', () => {
    expect(ballots({ votes: 'binary' })[0]).toBe('7 55 13.3')
    expect(ballots({ votes: 'yes-no' })[0]).toBe('7 55 1..3')
  })

  test('static: one position for the window, under its last session', () => {
    expect(ballots({ prior: 'static' })).toEqual(['7 56 12.3', '7 56 12.3'])
  })
})
