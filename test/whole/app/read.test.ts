import { readFileSync } from 'node:fs'
import type { Download, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { sample } from '../../../app/src/read/sample-text.ts'
import { pageWidth, violations, workbench } from '../../app/workbench.ts'
import { column, docx, paragraph, pdf } from '../../claims/documents/document-files.ts'
import { chosenInMenu } from './figure-menu.ts'
import { cards, chosen, dropped, mark, pasted, readAs, wholeText } from './read-page.ts'

const { open } = workbench('own')

describe('a text is brought', () => {
  test('the sample essay is dropped: a contradicted claim, what would have been true, its rows, their source, and back', () =>
    open('/read', async (page) => {
      await dropped(page, [{ name: 'essay.txt', text: sample.text }])
      await wholeText(page)
      expect(await page.locator('h1').textContent()).toBe('essay.txt')
      await mark(page, 'the World Trade Organization').click()
      const card = page.getByRole('article', { name: 'contradicted: “the World Trade Organization”' })
      await expect.poll(() => card.evaluate((element) => element.matches(':focus'))).toBe(true)
      expect(await card.textContent()).toContain('What would have been true: Russia in World Trade Organization: member since 2012-08-22')
      await card.getByRole('button', { name: 'Rows behind it' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.locator('.source').first().waitFor()
      const row = await dialog.locator('tbody tr').allTextContents()
      expect(row).toHaveLength(1)
      expect(row[0]).toMatch(/WTO.*RUS.*2012-08-22/)
      await dialog.getByRole('link', { name: 'Members of blocs, with dates' }).click()
      await expect.poll(() => page.url()).toMatch(/\/data\/bloc-memberships$/)
      await expect.poll(() => page.locator('h1').textContent()).toContain('Members of blocs')
      await page.goBack()
      await wholeText(page)
      await expect.poll(() => card.evaluate((element) => element.matches('.current'))).toBe(true)
    }))

  test('a text is pasted with its day and title, and words dragged onto the page are read too', () =>
    open('/read', async (page) => {
      await pasted(page, 'Trade between China and Russia fell last year.', { title: 'A note', date: '2015-06-01' })
      await wholeText(page)
      expect(await page.locator('h1').textContent()).toBe('A note')
      expect(await page.locator('main').textContent()).toContain('Times are read against 2015-06-01: the day given')
      expect(await page.locator('article.claim-card').first().textContent()).toContain('2014')
      await page.evaluate(`{
        const data = new DataTransfer()
        data.setData('text/plain', 'Russia joined the World Trade Organization in 2012.')
        document.querySelector('main').dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }))
      }`)
      await expect.poll(() => cards(page, 'supported').count()).toBe(1)
    }))

  const paragraphs = sample.text.trim().split('\n\n')
  test.each<[string, string | Buffer]>([
    ['essay.md', `# On trade\n\n${sample.text}`],
    ['essay.html', `<!doctype html><title>On trade</title><h1>On trade</h1>${paragraphs.map((one) => `<p>${one}</p>`).join('')}`],
    ['essay.docx', docx([paragraph('On trade', 'Heading1'), ...paragraphs.map((one) => paragraph(one))].join(''))],
    ['essay.pdf', pdf([column(['On trade', '', ...sample.text.replaceAll(/(.{60,80}?) /g, '$1\n').split('\n')])])],
  ])('%s is read by what it is', (name, content) =>
    open('/read', async (page) => {
      await chosen(page, name, content)
      await wholeText(page)
      expect(await page.locator('main').textContent()).toContain(`${name} (${{ md: 'markdown' }[name.slice(6)] ?? name.slice(6)}`)
      expect(await cards(page, 'contradicted').count()).toBeGreaterThan(0)
    }),
  )

  test.each<[string, string | Buffer, RegExp]>([
    ['empty.txt', '', /empty\.txt is empty/],
    ['picture.txt', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0', 'latin1'), /an image \(PNG\)/],
    ['bytes.txt', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3)) % 256)), /bytes\.txt is no text/],
    [
      'long.txt',
      Buffer.alloc(50e6, 'Trade came to 240 billion dollars in 2023, and the two expect it to grow. '),
      /has 50 MB; .* up to 10 MB/,
    ],
    [
      'arabic.txt',
      'ارتفعت التجارة بين الصين وروسيا العام الماضي إلى 240 مليار دولار. '.repeat(5),
      /in Arabic letters; only English is read/,
    ],
    ['chinese.txt', '中俄贸易额去年增长到两千四百亿美元。'.repeat(5), /in Chinese; only English is read/],
    ['torn.pdf', pdf([[['Trade', 72, 700]]]).subarray(0, 300), /damaged PDF|holds no text/],
  ])('%s is refused with why, and the way to bring another stays', (name, content, why) =>
    open('/read', async (page) => {
      await chosen(page, name, content)
      await expect.poll(() => page.getByRole('alert').textContent()).toMatch(why)
      // the same bytes would be refused again
      expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0)
      await page.getByRole('button', { name: 'Try it with a sample' }).click()
      await wholeText(page)
      await page.reload()
      await wholeText(page)
      expect(await page.locator('h1').textContent()).toBe(sample.title)
    }),
  )

  test('several files at once are not guessed at', () =>
    open('/read', async (page) => {
      await page.getByRole('button', { name: 'Read the text' }).waitFor()
      await dropped(page, [
        { name: 'one.txt', text: 'Russia joined the World Trade Organization in 2012.' },
        { name: 'two.txt', text: 'China joined it in 2001.' },
      ])
      await expect.poll(() => page.locator('.refused').textContent()).toBe('2 files were dropped. One text is read at a time.')
      expect(await page.locator('#text').count()).toBe(0)
    }))
})

describe('a text that was read', () => {
  const downloaded = async (page: Page, name: string): Promise<Download> => {
    const taken = page.waitForEvent('download')
    await page.locator('.page-files summary').click()
    await page.locator('.page-files').getByRole('button', { name, exact: true }).click()
    return taken
  }

  test.each([
    ['Annotated page', 'html'],
    ['Markdown', 'md'],
    ['CSV', 'csv'],
    ['JSON', 'json'],
  ] as const)('%s, as it is taken away, is what the operation gives', (name, form) =>
    open('/read', async (page) => {
      await pasted(page, sample.text, { date: '2024-06-01' })
      await wholeText(page)
      const file = await downloaded(page, name)
      expect(file.suggestedFilename()).toBe(`text-read.${form}`)
      const text = readFileSync(await file.path(), 'utf8')
      const known = await readAs(sample.text, { date: '2024-06-01' }, form)
      if (form === 'json') expect(JSON.parse(text)).toEqual(JSON.parse(known))
      else expect(text).toBe(known)
    }),
  )

  test('each value beside a claim is drawn, and in table and CSV, as the operation has it', () =>
    open('/read', async (page) => {
      await page.getByRole('button', { name: 'Try it with a sample' }).click()
      await wholeText(page)
      const card = cards(page, 'partly').first()
      await card.locator('summary').click()
      const { claims } = JSON.parse(await readAs(sample.text, { date: sample.date, title: sample.title }, 'json'))
      const values = claims.find((claim: { verdict: string }) => claim.verdict === 'partly').honestValues as { by: string; value: number }[]
      await expect.poll(() => card.locator('svg circle').count()).toBe(values.length)
      const file = page.waitForEvent('download')
      await chosenInMenu(card.locator('figure'), 'CSV')
      const rows = readFileSync(await (await file).path(), 'utf8')
        .trim()
        .split('\r\n')
        .slice(1)
      expect(rows.map((row) => Number(/^(?:"[^"]*"|[^,]*),([^,]*)/.exec(row)![1]))).toEqual(values.map(({ value }) => value))
      await chosenInMenu(card.locator('figure'), 'Table')
      expect(await card.locator('tbody tr').count()).toBe(values.length)
    }))

  test('verdicts filter the text, the address keeps it, and a link to a hidden claim lifts it', () =>
    open('/read', async (page) => {
      await page.getByRole('button', { name: 'Try it with a sample' }).click()
      await wholeText(page)
      const all = await page.locator('article.claim-card').count()
      await page.getByRole('button', { name: /\d+ contradicted/ }).click()
      await expect.poll(() => page.url()).toContain('verdict=contradicted')
      expect(await page.locator('article.claim-card').count()).toBe(await cards(page, 'contradicted').count())
      await page.reload()
      await wholeText(page)
      expect(await page.locator('article.claim-card').count()).toBeLessThan(all)
      await page.locator('#look-first').click()
      await page.locator('#look-first ~ ul a.partly').first().click()
      await expect.poll(() => page.locator('article.claim-card').count()).toBe(all)
    }))

  test('back and forward go from claim to claim; a reload, and another page between, keep text and place', () =>
    open('/read', async (page) => {
      await page.getByRole('button', { name: 'Try it with a sample' }).click()
      await wholeText(page)
      await page.locator('#mark-3').click()
      await page.locator('#mark-5').click()
      const now = () => page.locator('article.current').getAttribute('id')
      await expect.poll(now).toBe('claim-5')
      await page.goBack()
      await expect.poll(now).toBe('claim-3')
      await page.goForward()
      await expect.poll(now).toBe('claim-5')
      await page.reload()
      await wholeText(page)
      await expect.poll(now).toBe('claim-5')
      await page.getByRole('link', { name: 'World', exact: true }).click()
      await expect.poll(() => page.url()).toContain('/world')
      await page.goBack()
      await wholeText(page)
      await expect.poll(now).toBe('claim-5')
      await page.getByRole('button', { name: 'Change the text, or read another' }).click()
      expect(await page.locator('textarea').inputValue()).toBe(sample.text)
      await page.reload()
      await page.getByRole('button', { name: 'Read the text' }).waitFor()
      expect(await page.locator('#text').count()).toBe(0)
    }))

  test('its forecasts are kept once, and come due with what became of them', () =>
    open('/read', async (page) => {
      await page.getByRole('button', { name: 'Try it with a sample' }).click()
      await wholeText(page)
      await page.getByRole('button', { name: 'Keep its forecasts' }).click()
      await expect.poll(() => page.locator('main').textContent()).toMatch(/Forecasts kept: 1 new, 0 there already/)
      await page.getByRole('link', { name: 'How those that are due came out' }).click()
      const due = page.locator('article.claim-card')
      await expect.poll(() => due.count()).toBe(1)
      expect(await due.textContent()).toContain('likely to exceed $300 billion by 2025')
      expect(await due.textContent()).toMatch(/“likely” read as 0\.\d+ to 0\.\d+ by ICD 203/)
      expect(await due.textContent()).toContain('Brier score')
      await page.goBack()
      await wholeText(page)
    }))

  test('a text is data: nothing in it runs, fetches, or turns the words around it', () =>
    open('/read', async (page) => {
      const asked: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      const text = `<script>window.ran = 1</script><img src="https://evil.example/x" onerror="window.ran = 2"> {{7*7}} javascript:alert(1)

Russia joined \u202ethe World Trade Organization in 2001. <b onmouseover="window.ran = 3">China</b> was there.

${'W'.repeat(4000)} ${'x'.repeat(3000)} https://evil.example/y`
      await pasted(page, text, { title: '<img src=x onerror="window.ran = 4">' })
      await wholeText(page)
      await page.locator('#text').hover()
      expect(await page.evaluate('window.ran')).toBeUndefined()
      expect(await page.locator('#text img, #text script, #text b[onmouseover], h1 img').count()).toBe(0)
      const shown = (await page.locator('main').textContent())!
      expect(shown).toContain('onmouseover="window.')
      expect(shown).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
      expect(await pageWidth(page)).toBeLessThanOrEqual(1280)
      expect(asked.filter((url) => !url.startsWith('http://127.0.0.1') && !url.startsWith('blob:'))).toEqual([])
    }))
})

describe('for everyone', () => {
  test.each(['light', 'dark'] as const)('start, text with an open card, rows and kept forecasts pass axe in %s', (colorScheme) =>
    open(
      '/read',
      async (page) => {
        await page.getByRole('button', { name: 'Try it with a sample' }).waitFor()
        expect(await violations(page)).toEqual([])
        await page.getByRole('button', { name: 'Try it with a sample' }).click()
        await wholeText(page)
        await cards(page, 'partly').first().locator('summary').click()
        await cards(page, 'partly').first().locator('svg').waitFor()
        expect(await violations(page)).toEqual([])
        await cards(page, 'partly').first().getByRole('button', { name: 'Rows behind it' }).click()
        await page.locator('dialog .source').first().waitFor()
        expect(await violations(page)).toEqual([])
        await page.keyboard.press('Escape')
        await page.getByRole('button', { name: 'Change the text, or read another' }).click()
        await page.getByRole('link', { name: 'Forecasts that were kept' }).click()
        await page.locator('.lead').waitFor()
        expect(await violations(page)).toEqual([])
      },
      { colorScheme },
    ),
  )

  test('all of it fits a screen of 360 px, with the cards below their words', () =>
    open(
      '/read',
      async (page) => {
        await page.getByRole('button', { name: 'Try it with a sample' }).waitFor()
        expect(await pageWidth(page)).toBeLessThanOrEqual(360)
        await page.getByRole('button', { name: 'Try it with a sample' }).click()
        await wholeText(page)
        const card = cards(page, 'partly').first()
        await card.locator('summary').click()
        await card.locator('svg').waitFor()
        expect(await pageWidth(page)).toBeLessThanOrEqual(360)
        const words = (await page.locator('#mark-3').boundingBox())!
        expect((await card.boundingBox())!.y).toBeGreaterThan(words.y)
        await card.getByRole('button', { name: 'Rows behind it' }).click()
        await page.locator('dialog .source').first().waitFor()
        expect(await pageWidth(page)).toBeLessThanOrEqual(360)
      },
      { viewport: { width: 360, height: 740 } },
    ))
})
