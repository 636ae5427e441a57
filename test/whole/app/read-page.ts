import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { checkInput, operations } from '../../../src/operations/index.ts'

/** Waits until a text has been read and is displayed. */
export function wholeText(page: Page): Promise<void> {
  return page.locator('#sources-heading').waitFor()
}

/** The cards of the claims with a given verdict. */
export function cards(page: Page, verdict: string): Locator {
  return page.locator(`article.claim-card.${verdict}`)
}

/** The mark in the text for the claim with these words. */
export function mark(page: Page, words: string): Locator {
  return page.locator('a.claim').filter({ hasText: words })
}

/** Pastes a text and starts reading it. */
export async function pasted(page: Page, text: string, about: { readonly title?: string; readonly date?: string } = {}): Promise<void> {
  await page.getByRole('textbox', { name: 'Title' }).fill(about.title ?? '')
  await page.getByLabel('Day of the text').fill(about.date ?? '')
  await page.locator('textarea').fill(text)
  await page.getByRole('button', { name: 'Read the text' }).click()
}

/** Chooses a file, which is read immediately. */
export async function chosen(page: Page, name: string, content: string | Buffer): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-chosen-'))
  try {
    await writeFile(join(folder, name), content)
    await page.locator('input[type=file]').setInputFiles(join(folder, name))
    await page.locator('#text, .problem').first().waitFor()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Drags files over the page, as from the desktop. */
export async function dropped(page: Page, files: readonly { readonly name: string; readonly text: string }[]): Promise<void> {
  await page.getByRole('button', { name: 'Read the text' }).waitFor()
  await page.evaluate(`{
    const data = new DataTransfer()
    for (const { name, text } of ${JSON.stringify(files)}) data.items.add(new File([text], name, { type: 'text/plain' }))
    const over = document.querySelector('main')
    for (const kind of ['dragover', 'drop']) over.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data }))
  }`)
}

/** The operation's own answer for a pasted text, in a format. */
export async function readAs(text: string, input: Record<string, unknown>, form: 'json' | 'csv' | 'md' | 'html'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-read-as-'))
  try {
    const file = join(folder, 'text.txt')
    await writeFile(file, text)
    const read = operations.find(({ name }) => name === 'read')!
    const now = new Date().toISOString()
    const work = await read.load()
    const context = { env: { ...process.env, VISAVIS_HOME: join(folder, 'none') }, today: now.slice(0, 10), now }
    const answer = await work.run(checkInput(read, { file, ...input }), context)
    return form === 'json' ? JSON.stringify(answer) : await work.show[form]!(answer as never)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
