import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { countClicks, isOnScreen, personTasks } from '../../../app/journeys/three-tasks.ts'
import { workbench } from './open-pages.ts'

const { open, url } = workbench()

const program = join(import.meta.dirname, '../../../../dist/cli/main.js')

/** The most that a person is asked to click before the answer stands. */
const mostClicks = 3

describe.each(personTasks)('$question', ({ solve, says, line, input }) => {
  test.each([
    { name: 'a desk', viewport: { width: 1440, height: 900 } },
    { name: 'a telephone', viewport: { width: 390, height: 844 } },
  ])('on $name: at most three clicks from the first page, and the answer is on the screen in words', ({ viewport }) =>
    open(
      '/data',
      async (page) => {
        const clicks = await countClicks(page)
        await page.goto(`${url()}/`)
        await page.locator('.find-first input').waitFor()
        const answer = await solve(page)
        for (const words of says) expect(answer).toMatch(words)
        expect(await clicks()).toBeLessThanOrEqual(mostClicks)
        expect(await isOnScreen(page)).toBe(true)
      },
      { viewport },
    ),
  )

  test('in one line of the command line, above everything else', () => {
    const { stdout } = spawnSync(process.execPath, [program, ...line, '--quiet'], {
      ...{ encoding: 'utf8', input: input ?? '', env: { ...process.env, VISAVIS_HOME: '/nonexistent' } },
    })
    const opening = stdout.split('\n').slice(0, 12).join(' ').replaceAll(/\s+/g, ' ')
    for (const words of says) expect(opening).toMatch(words)
  })
})
