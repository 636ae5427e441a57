import { describe, expect, test } from 'vitest'
import { bundledLedger, type Ledger, ledgerPairs } from '../../../src/assessments/index.ts'
import { stakeholdersOf } from '../../../src/assessments/pairs/stakeholder-network.ts'
import { networkDot, networkGraphml } from '../../../src/reports/parts/network-dot-graphml.ts'
import { hostile, ledger } from '../../reports/made-up-assessment.ts'

describe('stakeholders', () => {
  const network = stakeholdersOf(ledger, '2020-12-31')

  test('are those whom items name until the day, the most often named first', () => {
    expect(network.nodes.map(({ id, items }) => [id, items.length])).toEqual([
      ['Ann Li', 2],
      [hostile, 1],
      ['CHN', 1],
      ['KAZ', 1],
      ['RUS', 1],
    ])
    expect(stakeholdersOf(ledger, '2021-12-31').nodes[0]).toMatchObject({ id: 'Ann Li' })
  })

  test('a role written with and without a capital is one role', () => {
    expect(network.nodes[0]).toMatchObject({ roles: ['premier'], first: '2011-05', last: '2018-03-01', of: 'CHN' })
  })

  test('are linked where the same item names them, and to the state that they belong to', () => {
    const links = network.links.map(({ from, to, kind }) => [from, to, kind])
    expect(links).toContainEqual(['Ann Li', 'CHN', 'belongs to'])
    expect(links).toContainEqual(['Ann Li', 'KAZ', 'named together'])
    expect(links.filter(([, , kind]) => kind === 'named together')).toHaveLength(4)
  })

  test.each(ledgerPairs)('of %s and %s do not hang on the order of items, and every link joins two of them', (a, b) => {
    const whole = bundledLedger(a, b)!
    const turned: Ledger = { ...whole, items: [...whole.items].reverse() }
    const [one, other] = [whole, turned].map((each) => stakeholdersOf(each, whole.to))
    const counts = ({ nodes }: typeof network): [string, number][] => nodes.map(({ id, items }) => [id, items.length])
    expect(counts(other!)).toEqual(counts(one!))
    const ids = new Set(one!.nodes.map(({ id }) => id))
    expect(one!.links.filter(({ from, to }) => from === to || !ids.has(from) || !ids.has(to))).toEqual([])
  })
})

describe('the network for other programs', () => {
  const network = stakeholdersOf(ledger, '2020-12-31')

  test('a name with quotes and angles breaks neither form', () => {
    expect(networkDot(network)).toContain('"<script>alert(1)</script>\\"\'&<img src=x onerror=alert(2)>')
    expect(networkGraphml(network)).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;')
    expect(networkGraphml(network)).not.toContain('<script>')
  })

  test('has every name and every tie once', () => {
    const [dot, graphml] = [networkDot(network), networkGraphml(network)]
    expect(dot.match(/ -- /g)).toHaveLength(network.links.length)
    expect(graphml.match(/<node /g)).toHaveLength(network.nodes.length)
    expect(graphml.match(/<edge /g)).toHaveLength(network.links.length)
  })
})
