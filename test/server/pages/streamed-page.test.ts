import { describe, expect, test } from 'vitest'
import { streamedPage } from '../../../src/server/pages/streamed-page.ts'

const page = `<head><script type="module" crossorigin src="/assets/index.js"></script></head><body>
    <div id="app"></div>
    <noscript>needs JavaScript</noscript></body>`

describe('a page with a text for readers without scripts', () => {
  test('is sent up to the text before the text is there, with a script that does not wait for it', async () => {
    let resolve: (text: string) => void = () => undefined
    const promise = new Promise<string>((done) => {
      resolve = done
    })
    const reader = streamedPage(page, promise).body!.getReader()
    const decoder = new TextDecoder()
    const first = decoder.decode((await reader.read()).value)
    expect(first).toContain('<div id="app"></div>\n    <script type="module" async crossorigin src="/assets/index.js"></script>')
    expect(first).toContain('<link rel="modulepreload" crossorigin href="/assets/index.js">')
    expect(first.endsWith('<noscript>')).toBe(true)
    resolve('<p>told</p>')
    expect(decoder.decode((await reader.read()).value)).toBe('<p>told</p></noscript></body>')
    expect((await reader.read()).done).toBe(true)
  })
})
