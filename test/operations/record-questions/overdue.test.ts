import { expect, test } from 'vitest'
import { VisavisError } from '../../../src/errors.ts'
import { pullOperation } from '../../../src/operations/record-questions/pull.ts'
import { sourcesOperation } from '../../../src/operations/record-questions/sources.ts'
import type { DuePullAnswer } from '../../../src/reports/answers/add-pull-diff.ts'
import type { SourcesAnswer } from '../../../src/reports/answers/sources.ts'
import { freshRoot } from '../../store/fresh-root.ts'
import { visavis } from '../../visavis.ts'

const at = (today: string, home: string) => ({ env: { VISAVIS_HOME: home }, today, now: `${today}T00:00:00Z` })

test('sources says when each source of the record is due, and which is overdue on the day', async () => {
  const work = await sourcesOperation.load()
  const overdueOn = async (today: string): Promise<string[]> => {
    const answer = (await work.run({}, at(today, freshRoot()))) as SourcesAnswer
    expect(work.output.safeParse(JSON.parse(JSON.stringify(answer))).error).toBeUndefined()
    return answer.sources.filter(({ release }) => release.overdue).map(({ id }) => id)
  }
  const [then, later] = [await overdueOn('2026-11-29'), await overdueOn('2030-01-01')]
  expect(then).toContain('baci')
  expect(then).not.toContain('sanctions-regimes')
  expect(later).toEqual(expect.arrayContaining(['sanctions-regimes', 'world-bank', ...then]))
  const { code, out } = await visavis('sources')
  expect([code, /Overdue \(\d+\): .*baci/s.test(out)]).toEqual([0, true])
})

test('pull --due takes what is overdue and may be fetched; a provider that fails does not stop the others', async () => {
  const work = await pullOperation.load()
  const asked: string[] = []
  const download = async ({ url }: { url: string }): Promise<never> => {
    asked.push(url)
    throw new VisavisError('Unreachable', 'the provider does not answer')
  }
  const context = { ...at('2030-01-01', freshRoot()), download: download as never }
  const { due } = (await work.run({ due: true }, context)) as DuePullAnswer
  const of = (id: string) => due.find(({ source }) => source === id)
  expect(of('world-bank')).toMatchObject({ outcome: 'failed', due: expect.stringMatching(/^202\d-07-31$/), snapshot: null })
  expect(of('un-resolutions')?.outcome).toBe('failed')
  expect(of('baci')).toMatchObject({ outcome: 'not fetched', why: 'get it by hand: visavis sources baci' })
  expect(due.some(({ source }) => source === 'wiod')).toBe(false)
  expect(asked.length).toBeGreaterThan(1)
  await expect(work.run({ due: true, source: 'world-bank' }, context)).rejects.toThrow('name none with it')
})
