import { VisavisError } from '../../errors.ts'
import { formOfName } from './addresses.ts'
import { type DataverseFile, dataverseFiles } from './dataverse-listing.ts'
import { type FetchedFileOnDisk, type FetchOptions, type FileRequest, fetchFile } from './fetch-files.ts'
import type { PullableSource } from './pull-parameters.ts'

/** Returns a pullable for the files of a data set at Harvard Dataverse with names that match: it fetches the list of the latest version, then each file. */
function dataverse(source: string, doi: string, what: string, names: RegExp): PullableSource {
  return {
    source,
    what,
    parameters: [],
    example: `visavis pull ${source}`,
    files: async (_asked, fetching) => {
      const listing = await fetchFile({ fetchable: 'dataverse-files', values: { doi }, name: 'files.json' }, fetching, 0)
      const listed = await dataverseFiles(listing.path, listing.file.address)
      const chosen = listed.filter(({ name, restricted }) => names.test(name) && !restricted && formOfName(name) !== undefined)
      if (chosen.length === 0) throw nothingFits(listing, listed)
      return { files: await fetchEach(chosen, fetching), notes: [] }
    },
  }
}

async function fetchEach(chosen: readonly DataverseFile[], fetching: FetchOptions): Promise<FetchedFileOnDisk[]> {
  const files: FetchedFileOnDisk[] = []
  for (const one of chosen) files.push(await fetchFile(requestFor(one), fetching, files.length + 1))
  return files
}

function requestFor({ id, name, original, md5 }: DataverseFile): FileRequest {
  const values = { file: String(id), ...(original ? { format: 'original' } : {}) }
  return { fetchable: 'dataverse-file', values, name, form: formOfName(name)!, md5 }
}

function nothingFits({ file }: FetchedFileOnDisk, listed: readonly DataverseFile[]): VisavisError {
  const names = listed.slice(0, 20).map(({ name }) => name)
  return new VisavisError('BadAnswer', `${file.address} lists no file of the names that are read; it has ${names.join(', ') || 'none'}`, {
    hint: 'the data set may have been rearranged: save the file in a browser, then visavis add',
  })
}

/** Sources that are fetched from Dataverse. */
export const dataversePullableSources: readonly PullableSource[] = [
  dataverse(
    'un-general-debate',
    '10.7910/DVN/0TJX8Y',
    'speeches in the UN General Debate since 1946, with the speakers (large)',
    /^(UNGDC.*\.(tgz|tar\.gz)|Speakers.*\.xlsx)$/i,
  ),
  dataverse(
    'un-ideal-points',
    '10.7910/DVN/LEJUQZ',
    'ideal points of states in the UN General Assembly, published estimates',
    /^Ideal ?points?.*(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\d{4}\.(csv|tab)$/i,
  ),
]
