import type { Page } from 'playwright-core'

/** A question of a person who opens the workbench for the first time. */
export interface PersonTask {
  readonly question: string
  /** Does it with the mouse from the first page, until the answer stands on the screen; returns the answer. */
  readonly solve: (page: Page) => Promise<string>
  /** The same in one line of the command line, without the name of the program, and what goes in. */
  readonly line: readonly string[]
  readonly input?: string
  /** What an answer in words says, on the page and in the line. */
  readonly says: readonly RegExp[]
}

/** A paragraph with a figure and a deed that are right, and a figure that is wrong. */
const paragraph =
  'Goods trade between China and Russia reached 245 billion dollars in 2024. In March 2022 China abstained when the UN General Assembly voted on resolution ES-11/1. In 2014 goods trade between China and Russia was worth 300 billion dollars.'

/** Types into the finder of the first page and clicks the first option that reads so. */
async function found(page: Page, typed: string, option: RegExp): Promise<void> {
  const field = page.locator('.find-first input')
  await field.click()
  await page.keyboard.type(typed)
  await page.getByRole('option', { name: option }).first().click()
}

/** Three questions that the workbench is for: closeness, a what-if, and a text. */
export const personTasks: readonly PersonTask[] = [
  {
    question: 'Is Vietnam closer to China or to the United States than ten years ago?',
    solve: async (page) => {
      await found(page, 'vietnam china usa', /^Vietnam: closer to China or to the United States\?$/)
      return wordsOf(page, 'main .answer-first p')
    },
    line: ['compare', 'VNM-CHN', 'VNM-USA'],
    says: [/Vietnam stands closer to China .* than to the United States/, /Change over ten sessions: with China/, /Goods trade of Vietnam/],
  },
  {
    question: 'Who would lose more if India and China cut trade?',
    solve: async (page) => {
      await found(page, 'india china', /^India .*China/)
      return wordsOf(page, '#summary .headline p:not(.after)')
    },
    line: ['leverage', 'IND', 'CHN'],
    says: [/cost India [\d.]+ % .* of its real spending and China [\d.]+ %|India loses [\d.]+ % of its real spending and China [\d.]+ %/],
  },
  {
    question: 'Is this paragraph right?',
    solve: async (page) => {
      await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Read', exact: true }).click()
      await page.getByRole('textbox', { name: /Paste or type a text/ }).click()
      await page.keyboard.insertText(paragraph)
      await page.getByRole('button', { name: 'Read the text' }).click()
      return wordsOf(page, 'main .answer-first p')
    },
    line: ['read', '-'],
    input: paragraph,
    says: [/Of 3 checkable claims, 1 is contradicted and 2 are supported\./],
  },
]

/** The words of the answer when it stands. */
async function wordsOf(page: Page, where: string): Promise<string> {
  const words = page.locator(where)
  await words.first().waitFor()
  return (await words.allTextContents()).join(' ').replaceAll('\u00a0', ' ')
}

/** Counts what a person clicks on the pages of a context from now on; a label passes its click on to its field, which is no second one. */
export async function countClicks(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(
    `addEventListener('pointerdown', () => sessionStorage.setItem('clicks', 1 + Number(sessionStorage.getItem('clicks'))), true)`,
  )
  return async () => Number(await page.evaluate(`sessionStorage.getItem('clicks')`))
}

/** Whether all of what holds the answer is on the screen as it stands, without scrolling; what a phone shows below the charts does not. */
export function isOnScreen(page: Page): Promise<boolean> {
  return page.evaluate<boolean>(`[...document.querySelectorAll('main .answer-first p, #summary .headline p:not(.after)')].every((it) => {
    const { top, bottom, height } = it.getBoundingClientRect()
    return height > 0 && top >= 0 && bottom <= innerHeight
  })`)
}
