import { pageCountIn, worldBankSeriesCodes } from '../finance/world-bank-api.ts'
import { type FetchedFileOnDisk, type FetchOptions, fetchFile } from './fetch-files.ts'
import type { PullableSource } from './pull-parameters.ts'

/** Pullable for GDP and population: it fetches every page of both series. */
export const worldBankPullableSource: PullableSource = {
  source: 'world-bank',
  what: 'GDP and population of all states, the EU and the world, from 1960',
  parameters: [],
  example: 'visavis pull world-bank',
  files: async (_asked, fetching) => {
    const files: FetchedFileOnDisk[] = []
    for (const series of worldBankSeriesCodes) files.push(...(await pagesOf(series, fetching, files.length)))
    return { files, notes: [] }
  },
}

/** Fetches all pages of a series; the first one states their number. */
async function pagesOf(series: string, fetching: FetchOptions, before: number): Promise<FetchedFileOnDisk[]> {
  const page = (number: number): Promise<FetchedFileOnDisk> =>
    fetchFile(
      { fetchable: 'world-bank', values: { series, page: String(number) }, name: `${series}-${number}.json` },
      fetching,
      before + number - 1,
    )
  const first = await page(1)
  const files = [first]
  const pages = await pageCountIn(first.path, first.file.name)
  while (files.length < pages) files.push(await page(files.length + 1))
  return files
}
