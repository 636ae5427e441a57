import { pagesIn, seriesRead } from '../finance/world-bank-api.ts'
import { type Fetched, type FetchOptions, fetchFile } from './fetch-files.ts'
import type { Pullable } from './pullable.ts'

/** Pullable for GDP and population: it fetches every page of both series. */
export const worldBankPullable: Pullable = {
  source: 'world-bank',
  what: 'GDP and population of all states, the EU and the world, from 1960',
  parameters: [],
  example: 'visavis pull world-bank',
  files: async (_asked, fetching) => {
    const files: Fetched[] = []
    for (const series of seriesRead) files.push(...(await pagesOf(series, fetching, files.length)))
    return { files, notes: [] }
  },
}

/** Fetches all pages of a series; the first one states their number. */
async function pagesOf(series: string, fetching: FetchOptions, before: number): Promise<Fetched[]> {
  const page = (number: number): Promise<Fetched> =>
    fetchFile(
      { fetchable: 'world-bank', values: { series, page: String(number) }, name: `${series}-${number}.json` },
      fetching,
      before + number - 1,
    )
  const first = await page(1)
  const files = [first]
  const pages = await pagesIn(first.path, first.file.name)
  while (files.length < pages) files.push(await page(files.length + 1))
  return files
}
