import { expect, test } from 'vitest'
import { standingOf } from '../../../src/measures/standing/standing.ts'
import { looseBodies, standingBodies } from '../../../src/measures/standing/standing-bodies.ts'
import { noFacts, type OpenIssue, type PairFacts, type UseOfForce } from '../../../src/measures/standing/standing-facts.ts'
import { standingMoves } from '../../../src/measures/standing/standing-moves.ts'
import { placedOn } from '../../../src/measures/standing/standing-rule.ts'

const dated = { text: 'x', source: 'made' }
const force = (level: UseOfForce['level'], from: number, to = from): UseOfForce => ({
  ...{ kind: 'force', level, from: `${from}-05-01`, to: `${to}-06-30` },
  ...dated,
})
const issue = (kind: OpenIssue['kind'], from: number, to: number | null, more: Partial<OpenIssue> = {}): OpenIssue => ({
  ...{ kind, from: `${from}-01-01`, to: to === null ? null : `${to}-01-01` },
  ...dated,
  ...more,
})
const bond = (kind: 'community' | 'body' | 'pact', from: number): PairFacts['bonds'][number] => ({
  kind,
  from: `${from}-01-01`,
  to: null,
  ...dated,
})
const order = (facts: Partial<PairFacts>, year: number): number => placedOn({ ...noFacts, ...facts }, `${year}-12-31`).order

test('a war is war in its years only; with a claim open it leaves a severe rivalry for ten years and a lesser one while the claim stands', () => {
  const facts = { force: [force('war', 1977, 1978)], issues: [issue('claim', 1960, null, { size: 'province' })] }
  expect([1976, 1977, 1978, 1979, 1988, 1989, 2018].map((year) => order(facts, year))).toEqual([2, 0, 0, 1, 1, 2, 2])
})

test('a single clash without an open issue is a lesser rivalry for five years, and keeps warm peace away for ten', () => {
  const facts = { force: [force('clash', 1990)], bonds: [bond('pact', 1980)] }
  expect([1989, 1990, 1995, 1996, 2000, 2001].map((year) => order(facts, year))).toEqual([4, 2, 2, 3, 3, 4])
})

test('a second clash within ten years makes the rivalry severe', () => {
  expect(order({ force: [force('clash', 1990), force('clash', 1995)] }, 1996)).toBe(1)
  expect(order({ force: [force('clash', 1980), force('clash', 1995)] }, 1996)).toBe(2)
})

test('a claim to an islet or to waters is no rivalry between members of a community, and holds back neighbours without one', () => {
  const islet = [issue('claim', 1950, null, { size: 'islet' })]
  expect(order({ near: true, issues: islet, bonds: [bond('community', 1949)] }, 1990)).toBe(5)
  expect(order({ near: true, issues: islet, bonds: [bond('body', 1949)] }, 1990)).toBe(3)
  expect(order({ near: true, issues: islet }, 1990)).toBe(2)
  expect(order({ near: false, issues: islet }, 1990)).toBe(3)
})

test('a claim over which force was used later counts from its beginning, even in a community', () => {
  const facts = { force: [force('clash', 1996)], issues: [issue('claim', 1973, null, { size: 'sea' })], bonds: [bond('community', 1952)] }
  expect([1972, 1973, 1996, 2006, 2007].map((year) => order(facts, year))).toEqual([5, 2, 1, 1, 2])
})

test('missing relations are a rivalry between neighbours where they were broken off, never where they moved to a rival government', () => {
  const missing = (manner: NonNullable<OpenIssue['manner']>): OpenIssue[] => [issue('no-relations', 1970, null, { manner })]
  expect(order({ near: true, issues: missing('broken') }, 1990)).toBe(2)
  expect(order({ near: false, issues: missing('broken') }, 1990)).toBe(3)
  expect(order({ near: true, issues: missing('never') }, 1990)).toBe(3)
  expect(order({ near: true, border: true, issues: missing('never') }, 1990)).toBe(2)
  expect(order({ near: true, border: true, issues: missing('moved') }, 1990)).toBe(3)
})

test('sanctions of one side hold back, those of both sides and an embargo are a rivalry', () => {
  const by = (state: string, kind: 'sanctions' | 'embargo' = 'sanctions') => ({ kind, by: state, from: '2014-01-01', to: null, ...dated })
  expect(order({ pressures: [by('AAA')], bonds: [bond('pact', 1990)] }, 2018)).toBe(3)
  expect(order({ pressures: [by('AAA'), by('BBB')] }, 2018)).toBe(2)
  expect(order({ pressures: [by('AAA', 'embargo')] }, 2018)).toBe(2)
})

test('a community becomes a security community after ten years; a pair without a fact is negative peace or better since both exist', () => {
  expect([1959, 1967, 1968].map((year) => order({ bonds: [bond('community', 1958)] }, year))).toEqual([4, 4, 5])
  expect(standingOf(noFacts, '2018-12-31', 1962)).toMatchObject({ order: 3, since: 1962, certainty: 'at-least', facts: [] })
  expect(standingOf(noFacts, '2018-12-31', 1816).since).toBe(1946)
})

test('what would move a pair follows from the rule: time, the end of a claim, a use of force', () => {
  const facts: PairFacts = { ...noFacts, force: [force('clash', 2015)], bonds: [bond('pact', 1990)] }
  const moves = standingMoves(facts, '2018-12-31', placedOn(facts, '2018-12-31'))
  expect(moves.byTime).toEqual({ year: 2021, order: 3 })
  expect(moves.byForce).toBe(1)
  const claimed: PairFacts = { ...noFacts, issues: [issue('claim', 1990, null, { size: 'province' })] }
  expect(standingMoves(claimed, '2018-12-31', placedOn(claimed, '2018-12-31')).byEnd.map((move) => move.order)).toEqual([3])
})

test('each body is named once', () => {
  const bodies = [...standingBodies, ...looseBodies]
  expect(new Set(bodies.map(({ bloc }) => bloc)).size).toBe(bodies.length)
})
