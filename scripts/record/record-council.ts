import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readScMeetings } from '../../src/sources/un/council/un-sc-meetings.ts'
import type { Columns } from '../../src/store/index.ts'

/** Meetings of the Security Council and what they came to: the library's page of each year from 1946, and the one on the written procedure of 2020. */
export async function readCouncil(folder: string): Promise<{ council_outcomes: Columns }> {
  const pages = join(folder, 'un-sc-meetings-1946-2021')
  const names = (await readdir(pages)).filter((name) => /^scact\d{4}_.*\.html(\.gz)?$/.test(name)).sort()
  return readScMeetings(names.map((name) => join(pages, name)))
}
