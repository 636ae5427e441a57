import { type Assessment, type DomainAssessment, domains, type Ledger, type LedgerItem, stageOf } from '../../src/assessments/index.ts'
import type { Known, SourceCard } from '../../src/store/index.ts'

/** A hostile name or sentence that tries to execute, to break out of its context, or to reverse the text direction. */
export const hostile = `<script>alert(1)</script>"'&<img src=x onerror=alert(2)>\u202egnp`

const source = 'made-up'

export function known(part: Partial<Known> & Pick<Known, 'id' | 'value'>): Known {
  return {
    state: 'observed',
    label: part.id,
    unit: 'index',
    period: '2020',
    interval: 'exact',
    method: 'counted',
    evidence: [{ source, vintage: 'v1', rows: "observations where source = 'made-up'", count: 1 }],
    ...part,
  }
}

function domain(id: DomainAssessment['id'], part: Partial<DomainAssessment> = {}): DomainAssessment {
  const reason = 'nothing was found'
  return {
    id,
    title: id.charAt(0).toUpperCase() + id.slice(1),
    state: 'unknown',
    summary: `Unknown: ${reason}`,
    estimates: [{ state: 'unknown', id, label: id, unit: 'any', period: '2020', reason }],
    items: [],
    notes: [],
    wouldFill: 'a table',
    ...part,
  }
}

const card: SourceCard = {
  id: source,
  title: `Source ${hostile}`,
  provider: 'us',
  url: 'javascript:alert(3)',
  licence: { id: 'CC0-1.0', redistribute: true, terms: hostile, url: 'data:text/html,x' },
  citation: `Us (2020). ${hostile}`,
  vintage: 'v1',
  coverage: [],
  quirks: [hostile],
}

export function item(part: Partial<LedgerItem> & Pick<LedgerItem, 'id' | 'date'>): LedgerItem {
  return {
    until: null,
    form: 'act',
    sentence: `On ${part.date} they met.`,
    kind: 'summit',
    indicator: 'consultation',
    direction: 'supports',
    level: 2,
    confidence: 'high',
    checked: 'read',
    sources: [{ title: 'A paper', publisher: 'A press', date: '2020', url: 'https://example.org/a' }],
    actors: [
      { name: 'CHN', kind: 'state', of: null, role: 'host' },
      { name: 'RUS', kind: 'state', of: null, role: 'guest' },
    ],
    ...part,
  }
}

/** A ledger of four items; the last one is from 2021. */
export const ledger: Ledger = {
  schemaVersion: 1,
  a: 'CHN',
  b: 'RUS',
  from: '2010-01-01',
  to: '2021-12-31',
  reviewed: '2022-01-01',
  items: [
    item({
      id: '2011-treaty',
      date: '2011-05',
      form: 'standing',
      level: 3,
      actors: [{ name: 'Ann Li', kind: 'person', of: 'CHN', role: 'premier' }],
    }),
    item({
      id: '2018-hostile',
      date: '2018-03-01',
      sentence: hostile,
      sources: [{ title: hostile, publisher: hostile, date: null, url: 'javascript:alert(4)' }],
      actors: [
        { name: hostile, kind: 'organisation', of: 'RUS', role: hostile },
        { name: 'Ann Li', kind: 'person', of: 'CHN', role: 'Premier' },
        { name: 'KAZ', kind: 'state', of: null, role: 'guest' },
      ],
    }),
    item({ id: '2019-dispute', date: '2019', direction: 'contradicts', level: 0, sentence: 'They quarrelled.' }),
    item({ id: '2021-later', date: '2021-06-01', sentence: 'This came afterwards.' }),
  ],
}

const years = [2001, 2002, 2004, 2005]

/**
 * China and Russia as of 2020: votes with a missing year, trade by two reporters, everything else unknown, and every
 * text hostile.
 */
export function madeUpAssessment(): Assessment {
  const found = new Map([
    ['diplomacy', diplomacy()],
    ['trade', trade()],
  ])
  return {
    schemaVersion: 1,
    a: { iso3: 'CHN', name: `China ${hostile}` },
    b: { iso3: 'RUS', name: 'Russia' },
    from: null,
    to: '2020-12-31',
    snapshot: { id: 'abc123', created: '2020-12-31' },
    seed: 1,
    headline: [hostile],
    overTime: { standing: [], goods: { unit: 'USD', years: [] } },
    judgements: [judgement()],
    keyGaps: [{ id: 'gap', domains: ['arms'], missing: hostile, why: hostile, fill: hostile, judgement: null }],
    stage: stageOf(ledger, '2020-12-31'),
    turningPoints: turningPoints(),
    thirdStates: [],
    domains: domains.map(({ id }) => found.get(id) ?? domain(id)),
    sources: [card],
  }
}

function judgement(): Assessment['judgements'][number] {
  const sign = { says: hostile, watch: null }
  return {
    ...{
      id: 'votes-alike',
      title: hostile,
      domains: ['diplomacy'],
      statement: `It is likely that ${hostile}.`,
      word: 'likely',
      how: hostile,
    },
    ...{ probability: { value: 0.7, low: 0.7, high: 0.8 }, confidence: { level: 'low', sentence: `Confidence is low: ${hostile}.` } },
    ...{ raises: sign, lowers: sign, basis: ['kappa_quadratic'] },
  }
}

function diplomacy(): DomainAssessment {
  const interval = { level: 0.9, low: 0.4, high: 0.6, kind: 'bootstrap' } as const
  const series = years.map((year) => known({ id: 'kappa_quadratic.series', value: year / 4010, interval, period: String(year) }))
  return domain('diplomacy', {
    state: 'observed',
    summary: hostile,
    estimates: [
      known({ id: 'kappa_quadratic', value: 0.5, interval }),
      known({ id: 's_absolute', value: 0.7, interval: { ...interval, low: 0.65, high: 0.75 } }),
      known({ id: 'kappa_quadratic.percentile', value: 84, unit: 'percentile', interval: { ...interval, low: 80, high: 88 } }),
      ...series,
    ],
    items: [{ kind: 'event', date: '2018-03-01', text: hostile, source, address: 'javascript:alert(5)', direction: 'supports' }],
    notes: [hostile],
  })
}

function trade(): DomainAssessment {
  const report = (year: number, value: number, by: string): DomainAssessment['items'][number] => ({
    kind: 'report',
    date: `${year}-12-31`,
    text: `${year}: ${value}`,
    source,
    reported: { what: 'goods', direction: 'a-to-b', from: `${year}-01-01`, to: `${year}-12-31`, value, unit: 'USD', by, estimated: false },
  })
  return domain('trade', {
    state: 'observed',
    summary: 'Goods were worth something.',
    estimates: [known({ id: 'goods-trade', value: 2e9, unit: 'USD' }), known({ id: 'gdp-share-b', value: 0.12, unit: 'share' })],
    items: [report(2018, 1e9, 'us'), report(2019, 2e9, 'us'), report(2018, 1.5e9, hostile)],
  })
}

function turningPoints(): Assessment['turningPoints'] {
  return {
    series: [
      {
        id: 'kappa_quadratic',
        label: 'kappa of votes',
        domain: 'diplomacy',
        unit: 'index',
        model: 'mean',
        method: 'counted',
        points: years.map((year) => [year, year / 4010] as const),
        runs: [],
        evidence: [],
      },
    ],
    moments: [],
    events: { state: 'unknown', reason: 'too few breaks' },
    periods: [],
  }
}
