import { html, type Markup, trustedMarkup } from '../text/html-markup.ts'
import { pageStyle } from './html-style.ts'

/** The hatch pattern for unknown values, which is defined once per page. */
const hatch = trustedMarkup(
  '<svg class="hidden" aria-hidden="true" width="0" height="0"><defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V5" style="stroke:var(--soft)" stroke-width="1.6"/></pattern></defs></svg>',
)
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

/**
 * Renders a self-contained page: no network access, no scripts.
 *
 * @param skip   text of the skip link, such as `To the assessment`
 * @param more   additional styles; our own, never third-party text
 */
export function htmlPage(title: string, skip: string, head: Markup, main: Markup, foot: Markup, more = ''): string {
  return html`<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/><meta http-equiv="Content-Security-Policy" content="${policy}"/><meta name="color-scheme" content="light dark"/>
<title>${title}</title>
<style>${trustedMarkup(pageStyle + more)}</style></head>
<body><a class="skip" href="#main">${skip}</a>
${hatch}
${head}
<main id="main">
${main}</main>
${foot}
</body></html>
`.markup
}
