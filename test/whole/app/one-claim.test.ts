import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { sample } from '../../../app/src/read/sample-text.ts'
import { pageWidth, violations, workbench } from '../../app/workbench.ts'
import { cards, pasted, wholeText } from './read-page.ts'

const { open } = workbench()

/** Opens the form for one claim without a text. */
async function formOpened(page: Page): Promise<Locator> {
  await page.getByText('Or put one claim together, without a text').click()
  const form = page.getByRole('form', { name: 'One claim' })
  await form.waitFor()
  return form
}

/** Adds a state by its name, as the finder offers it. */
async function added(within: Locator, page: Page, name: string): Promise<void> {
  const finder = within.getByRole('combobox', { name: 'Add a state or bloc to the claim' })
  await finder.fill(name)
  await within.locator('.choices [role=option]').first().waitFor()
  await page.keyboard.press('Enter')
}

/** Puts the claim together that China exported goods worth so many billion dollars to Russia in 2023. */
async function filled(page: Page, form: Locator, value: string): Promise<void> {
  await form.getByLabel('What is measured or done').fill('goods exports')
  await added(form, page, 'china')
  await added(form, page, 'russia')
  await form.getByLabel('When').fill('2023')
  await form.getByLabel('Value').fill(value)
  await form.getByLabel('Unit').fill('USD bn')
  await form.getByRole('button', { name: 'Test the claim' }).click()
}

describe('one claim without a text', () => {
  test('is put together and tested; a slot that cannot be used is named at its field, and the rest stays', () =>
    open('/read', async (page) => {
      const form = await formOpened(page)
      await filled(page, form, '1,110 or so')
      const alert = form.getByRole('alert')
      await expect.poll(() => alert.textContent()).toContain('Value: "1,110 or so" is no number')
      await form.getByLabel('Value').fill('60')
      await form.getByRole('button', { name: 'Test the claim' }).click()
      const result = page.getByRole('region', { name: 'The claim' })
      await expect
        .poll(() => result.textContent())
        .toMatch(/The claim:\s*✗ contradicted.*CHN->RUS; 2023; USD 60 bn.*What would have been true/)
      expect(await alert.count()).toBe(0)
      await result.getByText('How it was understood').click()
      await result.locator('figure svg').waitFor()
      expect(await result.locator('dl.slots').textContent()).toContain('goods exports')
      await form.getByRole('button', { name: 'Swap' }).click()
      await form.getByLabel('Value').fill('129')
      await form.getByRole('button', { name: 'Test the claim' }).click()
      await expect.poll(() => result.textContent()).toMatch(/✓ supported.*RUS->CHN/)
    }))

  test('has the names of the catalogue as suggestions, and loads its code only when it is unfolded', () =>
    open('/read', async (page) => {
      const loaded: string[] = []
      page.on('request', (request) => loaded.push(request.url()))
      await page.locator('textarea').waitFor()
      expect(loaded.filter((url) => /new-claim|claim-form/.test(url))).toEqual([])
      const form = await formOpened(page)
      expect(loaded.some((url) => /new-claim/.test(url))).toBe(true)
      const list = await form.getByLabel('What is measured or done').getAttribute('list')
      const names = await page.locator(`[id="${list}"] option`).evaluateAll((all) => all.map((one) => one.getAttribute('value')))
      expect(names).toEqual(expect.arrayContaining(['goods exports', 'military expenditure', 'member of NATO']))
    }))

  test('can be put together by keyboard alone', () =>
    open('/read', async (page) => {
      await page.locator('summary').filter({ hasText: 'one claim' }).press('Enter')
      const form = page.getByRole('form', { name: 'One claim' })
      await form.getByLabel('Kind').focus()
      await page.keyboard.type('member')
      await page.keyboard.press('Tab')
      await page.keyboard.type('member of NATO')
      await page.keyboard.press('Tab')
      await page.keyboard.type('finland')
      await form.locator('.choices [role=option]').first().waitFor()
      await page.keyboard.press('Enter')
      await form.getByLabel('When').focus()
      await page.keyboard.type('2024')
      await page.keyboard.press('Enter')
      await expect.poll(() => page.getByRole('region', { name: 'The claim' }).textContent()).toMatch(/✓ supported.*membership/)
    }))

  test('that is no claim without its indicator is not sent', () =>
    open('/read', async (page) => {
      const form = await formOpened(page)
      await form.getByRole('button', { name: 'Test the claim' }).click()
      expect(await form.getByLabel('What is measured or done').evaluate((field) => field.matches(':invalid'))).toBe(true)
      await form.getByLabel('What is measured or done').fill('goods exports')
      await form.getByRole('button', { name: 'Test the claim' }).click()
      await expect.poll(() => form.getByRole('alert').textContent()).toContain('States or blocs, the sender first: at least one state')
    }))
})

describe('a claim of a text', () => {
  const text = 'China exported goods worth $60 billion to Russia in 2023.'

  test('is corrected and tested again: both verdicts and what was changed; the text keeps its own', () =>
    open('/read', async (page) => {
      await pasted(page, text, { date: '2024-05-01' })
      await wholeText(page)
      const card = cards(page, 'contradicted').first()
      const button = card.getByRole('button', { name: 'Correct and test again' })
      await button.press('Enter')
      const form = card.getByRole('form', { name: 'Correct claim 1' })
      await expect.poll(() => form.getByLabel('Kind').evaluate((field) => field.matches(':focus'))).toBe(true)
      expect(await form.getByLabel('Value').inputValue()).toBe('60')
      await form.getByRole('button', { name: 'Test again', exact: true }).click()
      await expect.poll(() => card.textContent()).toMatch(/As read: ✗ contradicted\. Nothing was changed\..*As corrected: ✗ contradicted/)
      await form.getByLabel('Value').fill('111')
      await form.getByLabel('Value').press('Enter')
      await expect
        .poll(() => card.textContent())
        .toMatch(/As read: ✗ contradicted\. Changed: value from 60 to 111\..*As corrected: ✓ supported/)
      expect(await page.locator('.tally').textContent()).toMatch(/1 contradicted/)
      await form.getByRole('button', { name: 'Close' }).press('Enter')
      expect(await form.count()).toBe(0)
      expect(await button.evaluate((one) => one.matches(':focus'))).toBe(true)
    }))

  test('letters typed into it move to no other claim', () =>
    open('/read', async (page) => {
      await page.getByRole('button', { name: 'Try it with a sample' }).press('Enter')
      await wholeText(page)
      const card = cards(page, 'contradicted').first()
      await card.getByRole('button', { name: 'Correct and test again' }).click()
      await card.getByLabel('Hedge').pressSequentially('jck')
      expect(await card.getByLabel('Hedge').inputValue()).toBe('jck')
      expect(await page.locator('article.current').count()).toBe(0)
    }))
})

describe('for everyone', () => {
  const widths = [360, 390, 1440] as const
  test.each(widths.flatMap((width) => (['light', 'dark'] as const).map((scheme) => [width, scheme] as const)))(
    'at %s px in %s the forms pass axe and fit',
    (width, colorScheme) =>
      open(
        '/read',
        async (page) => {
          const form = await formOpened(page)
          await filled(page, form, '60')
          await page.getByRole('region', { name: 'The claim' }).waitFor()
          expect(await violations(page)).toEqual([])
          expect(await pageWidth(page)).toBeLessThanOrEqual(width)
          await pasted(page, sample.text)
          await wholeText(page)
          const card = cards(page, 'contradicted').first()
          await card.getByRole('button', { name: 'Correct and test again' }).click()
          await card.getByRole('button', { name: 'Test again', exact: true }).click()
          await card.getByRole('region', { name: 'As corrected' }).waitFor()
          expect(await violations(page)).toEqual([])
          expect(await pageWidth(page)).toBeLessThanOrEqual(width)
        },
        { colorScheme, viewport: { width, height: 844 } },
      ),
  )
})
