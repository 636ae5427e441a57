const [opening, closing] = ['<noscript>', '</noscript>']
const script = /<script type="module" crossorigin src="([^"]+)"><\/script>/
const app = '<div id="app"></div>'

/**
 * Sends a page at once up to its text for readers without scripts, and that text when it is written. The script begins meanwhile: it does not wait for the end of
 * the page, which a computed text would delay.
 *
 * @param page   HTML with a `noscript` element whose content is replaced
 * @param text   HTML; it must not reject
 */
export function streamedPage(page: string, text: Promise<string>): Response {
  const source = script.exec(page)?.[1]
  const early =
    source === undefined
      ? page
      : page
          .replace(script, `<link rel="modulepreload" crossorigin href="${source}">`)
          .replace(app, `${app}\n    <script type="module" async crossorigin src="${source}"></script>`)
  const [begin, end] = [early.indexOf(opening) + opening.length, early.indexOf(closing)]
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async start(stream) {
      stream.enqueue(encoder.encode(early.slice(0, begin)))
      stream.enqueue(encoder.encode((await text) + early.slice(end)))
      stream.close()
    },
  })
  return new Response(body, { headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' } })
}
