import { randomStream } from '../../../src/numeric/random.ts'

/** A made-up panel of six states in three years as CSV, with a border, an embargo without any flow, and a row with a blank. */
export function smallPanelCsv(): string {
  const stream = randomStream(7, 'small panel')
  const draw = (): number => stream.uint32() / 2 ** 32
  const states = ['ARG', 'BRA', 'CHL', 'PER', 'URY', 'COL']
  const lines = ['exporter,importer,year,trade,dist,border,embargo,twice']
  const distance = new Map<string, number>()
  for (const year of [2001, 2002, 2003])
    for (const a of states)
      for (const b of states) {
        if (a === b) continue
        const pair = [a, b].sort().join()
        const dist = distance.get(pair) ?? Math.round(500 + 3000 * draw())
        distance.set(pair, dist)
        const embargo = a === 'ARG' && b === 'CHL' && year > 2001 ? 1 : 0
        const border = dist < 1500 ? 1 : 0
        const trade = embargo === 1 ? 0 : Math.round((1e6 * (1 + border) * (0.5 + draw())) / dist)
        lines.push([a, b, year, trade, dist, border, embargo, 2 * dist].join(','))
      }
  lines.push('ARG,BRA,2004,NA,1000,0,0,2000')
  return `${lines.join('\n')}\n`
}
