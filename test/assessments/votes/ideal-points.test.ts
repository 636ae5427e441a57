import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { distanceRows } from '../../../src/assessments/votes/ideal-point-answer.ts'
import { dividingRollCalls, expectedVote, itemInformation } from '../../../src/assessments/votes/ideal-point-dividing.ts'
import { idealPointFigures, lastEnded } from '../../../src/assessments/votes/ideal-point-figures.ts'
import { distanceBetween, fitPoints, warmFrom } from '../../../src/assessments/votes/ideal-point-fit.ts'
import { distanceOnCommonScale } from '../../../src/assessments/votes/ideal-point-scale.ts'
import { acrossSpecifications } from '../../../src/assessments/votes/ideal-point-specifications.ts'
import { storedPoints } from '../../../src/assessments/votes/ideal-point-stored.ts'
import { chosenVotes, digestOf, loadRecordedVotes, votesDigest } from '../../../src/assessments/votes/ideal-point-votes.ts'
import { usualSpecification } from '../../../src/measures/ideal-points/ideal-point-ballots.ts'
import { multiverse, pointsUnder } from '../../../src/measures/ideal-points/ideal-point-multiverse.ts'
import { stateOf } from '../../../src/states/index.ts'
import { bundledRecord } from '../../../src/store/find-snapshot.ts'
import { isKnown, openSnapshot, type Snapshot, writeSnapshot } from '../../../src/store/index.ts'
import { freshRoot } from '../../store/fresh-root.ts'
import { about } from '../../store/rows.ts'

const poles = { high: 'USA', low: 'RUS' }

let record: Snapshot
beforeAll(async () => {
  record = await openSnapshot(bundledRecord())
})
afterAll(() => record.close())

describe('a distance', () => {
  test('has the interval of the signed difference, whatever its sign', () => {
    expect(distanceBetween(2, 0.5)).toEqual(distanceBetween(-2, 0.5))
    expect(distanceBetween(2, 0.5).low).toBeCloseTo(2 - 1.6448536 * 0.5, 6)
  })

  test('runs from 0 where the difference may have either sign, and holds the distance itself', () => {
    const { distance, low, high } = distanceBetween(-0.1, 1)
    expect(low).toBe(0)
    expect(high).toBeGreaterThan(1.7)
    expect(distance).toBeCloseTo(0.1, 12)
  })

  test('on the common footing does not hang on the scale of its estimate', () => {
    const positions = [-1, 0.2, 0.5, 2]
    const wide = distanceOnCommonScale(
      positions.map((x) => 7 * x + 3),
      7 * 1.2,
    )
    expect(wide.standardised).toBeCloseTo(distanceOnCommonScale(positions, 1.2).standardised, 12)
    expect(wide.percentile).toBe(distanceOnCommonScale(positions, 1.2).percentile)
    expect(wide.pairs).toBe(6)
  })
})

describe('an item', () => {
  test('that nobody can abstain on tells most where its cut lies, and nothing where its slope is 0', () => {
    expect(itemInformation(0.5, 2, 1, 1)).toBeGreaterThan(itemInformation(1.5, 2, 1, 1))
    expect(itemInformation(0.5, 0, -1, 1)).toBe(0)
  })

  test('is expected to divide those on either side of it', () => {
    expect(expectedVote(-3, 2, 0, 0.5)).toBeGreaterThan(0.99)
    expect(expectedVote(3, 2, 0, 0.5)).toBeLessThan(0.01)
  })
})

describe('the last session that had ended', () => {
  test.each([
    ['2026-11-24', 80],
    ['2026-09-13', 79],
    ['2025-12-31', 79],
    ['1947-01-01', 0],
  ])('by %s it is %i', (day, session) => {
    expect(lastEnded(day)).toBe(session)
  })
})

describe('ideal points of the record', () => {
  test('are those of its votes: the digest in the rows is that of the roll calls, however it is worked out', async () => {
    const { votes, voters } = await loadRecordedVotes(record)
    const digest = await votesDigest(record)
    expect(digestOf(votes, voters)).toBe(digest)
    expect(await record.rows('SELECT DISTINCT digest FROM estimated_points')).toEqual([{ digest }])
  })

  test('stand under every specification, each state in each session once, with a spread above 0', async () => {
    const found = await record.rows('SELECT DISTINCT specification FROM estimated_points ORDER BY 1')
    expect(found.map((row) => row['specification'])).toEqual(multiverse.map(({ name }) => name).sort())
    const twice = 'SELECT specification FROM estimated_points GROUP BY specification, session, state HAVING count(*) > 1'
    expect(await record.rows(twice)).toEqual([])
    expect(await record.rows('SELECT * FROM estimated_points WHERE sd <= 0 OR votes < 1')).toEqual([])
  })

  test('are what is estimated from the votes now, to the fourth decimal', async () => {
    const named = multiverse.find(({ name }) => name === 'since 2006')!
    const fresh = await pointsUnder(await loadRecordedVotes(record), named, { only: 80, threads: 2 })
    const kept = (await storedPoints(record, 80))!.get('since 2006')!
    const byState = new Map(kept.map((one) => [one.state, one]))
    expect(fresh.length).toBe(kept.length)
    for (const one of fresh) {
      expect(byState.get(one.state)!.point).toBeCloseTo(one.point, 3.99)
      expect(byState.get(one.state)!.votes).toBe(one.votes)
    }
  })

  test('have the United States above Russia in every session and specification that has both', async () => {
    const below = `SELECT a.specification, a.session FROM estimated_points a JOIN estimated_points b USING (specification, session)
      WHERE a.state = 'USA' AND b.state = 'RUS' AND a.point < b.point`
    expect(await record.rows(below)).toEqual([])
  })

  test('give China and Russia the spread that their page tells: what an abstention means is what it hangs on', async () => {
    const { rows, standardised, percentile } = acrossSpecifications((await storedPoints(record, 80))!, 80, 'CHN', 'RUS')
    expect(rows.find(({ specification }) => specification === 'usual')!.standardised).toBeCloseTo(0.58, 1)
    expect([standardised!.lowest, standardised!.highest, standardised!.specifications]).toEqual(['binary', 'yes-no', 13])
    expect(percentile!.low).toBeLessThan(35)
    expect(percentile!.high).toBeGreaterThan(65)
    expect(rows.find(({ specification }) => specification === 'important')!.reason).toBe('no such votes in this session')
  })
})

describe('in an assessment', () => {
  const bench = (snapshot: Snapshot, a: string, b: string, to = '2026-11-24') => ({
    dyad: { a: stateOf(a)!, b: stateOf(b)!, from: undefined, to, draws: 100, seed: 1 },
    snapshot,
    cards: new Map(snapshot.manifest.sources.map((card) => [card.id, card])),
    ledger: undefined,
  })

  test('distance, interval, percentile and the span over the specifications are told', async () => {
    const { estimates, sentence } = await idealPointFigures(bench(record, 'CHN', 'RUS'))
    const known = estimates.filter(isKnown)
    expect(known.map(({ id }) => id)).toEqual([
      'ideal_point_distance',
      'ideal_point_distance.percentile',
      'ideal_point_distance.change',
      'ideal_point_spread',
      'ideal_point_spread.percentile',
    ])
    for (const { value, interval } of known) {
      if (interval === 'exact') continue
      expect(interval.low).toBeLessThanOrEqual(value)
      expect(interval.high).toBeGreaterThanOrEqual(value)
    }
    expect(sentence).toMatch(/in session 80 \(2025-26\).*90 % interval.*further apart than \d+ % of all pairs.*Over 13 ways/)
  })

  test('swapping the two changes nothing', async () => {
    const [ab, ba] = await Promise.all([idealPointFigures(bench(record, 'CHN', 'RUS')), idealPointFigures(bench(record, 'RUS', 'CHN'))])
    expect(ab.estimates.filter(isKnown).map(({ value }) => value)).toEqual(ba.estimates.filter(isKnown).map(({ value }) => value))
  })

  test('a state that did not vote in the session is unknown, with the reason', async () => {
    const { estimates, sentence } = await idealPointFigures(bench(record, 'TWN', 'USA', '2020-12-31'))
    expect(estimates).toMatchObject([{ state: 'unknown', reason: 'no votes of TWN in this session (session 74)' }])
    expect(sentence).toBe('')
  })

  test('a snapshot with other votes does not use figures that were carried along', async () => {
    const root = freshRoot()
    const columns = await record.columns("SELECT * FROM roll_calls WHERE session = '80' ORDER BY id")
    const points = await record.columns('SELECT * FROM estimated_points WHERE session = 80')
    const voters = await record.columns('SELECT * FROM voters')
    const manifest = await writeSnapshot(
      root,
      { roll_calls: { columns }, voters: { columns: voters }, estimated_points: { columns: points } },
      { ...about, sources: record.manifest.sources },
    )
    const other = await openSnapshot(`${root}/snapshots/${manifest.id}`)
    try {
      const { estimates } = await idealPointFigures(bench(other, 'CHN', 'RUS'))
      expect(estimates).toMatchObject([{ state: 'unknown', wouldTell: 'visavis measure ideal-points CHN RUS' }])
    } finally {
      other.close()
    }
  })
})

describe('from recent votes', () => {
  test('roll calls that set a pair apart are votes of the window, the strongest first, one for each recurring text', async () => {
    const recorded = await loadRecordedVotes(record)
    const asked = { ...usualSpecification, fromSession: 78 }
    const request = { states: recorded.voters, ballots: chosenVotes(recorded, asked).ballots, prior: asked.prior, poles, threads: 1 }
    const fit = await fitPoints(request)
    const found = dividingRollCalls(recorded, fit, asked, 20, ['ISR', 'RUS'])
    expect(found.length).toBe(20)
    const apartness = found.map(({ difference }) => Math.abs(difference!))
    expect([...apartness].sort((x, y) => y - x)).toEqual(apartness)
    for (const { date, expectedA, expectedB, difference } of found) {
      expect(date >= '2023-09').toBe(true)
      expect(difference).toBeCloseTo(expectedA! - expectedB!, 12)
    }
    const opposite = found.filter(({ voteA, voteB }) => voteA !== voteB)
    expect(opposite.length).toBeGreaterThan(15)
    const items = found.map(({ id }) => recorded.items[recorded.votes.findIndex((vote) => vote.id === id)])
    expect(new Set(items).size).toBe(20)
    expect(dividingRollCalls(recorded, fit, asked, 20)[0]!.information).toBeGreaterThan(1)
  })

  test('a fit that begins at the last one ends beside the one from the start, in fewer steps', async () => {
    const recorded = await loadRecordedVotes(record)
    const request = (toSession: number) => ({
      states: recorded.voters,
      ballots: chosenVotes(recorded, { ...usualSpecification, fromSession: 70, toSession }).ballots,
      ...{ prior: usualSpecification.prior, poles, threads: 1 },
    })
    const before = await fitPoints(request(79))
    const [cold, warm] = [await fitPoints(request(80)), await fitPoints({ ...request(80), warm: warmFrom(before) })]
    expect(warm.about.begun).toBe('last fit')
    expect(warm.about.iterations).toBeLessThan(cold.about.iterations)
    const furthest = Math.max(...cold.theta.map((x, i) => Math.abs(x - warm.theta[i]!)))
    expect(furthest).toBeLessThan(0.05)
    expect(distanceRows(warm, 'CHN', 'RUS').length).toBe(11)
  })
})
