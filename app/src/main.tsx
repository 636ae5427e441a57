import { render } from 'preact'
import { prefetchAnswer } from './api/client.ts'
import { Shell } from './frame/shell.tsx'
import { handleLinks, isEmbed } from './route.ts'
import './style/tokens.css'
import './theme.css'
import './style/print.css'

const app = document.getElementById('app') as HTMLElement
if (isEmbed) void import('./embed/embed-page.tsx').then(({ EmbedPage }) => render(<EmbedPage />, app))
else {
  handleLinks(({ view, parts: [a, b], query }) => {
    if (view === 'dyad' && a !== undefined && b !== undefined) void prefetchAnswer('assess', { a, b, to: query['to'] })
  })
  render(<Shell />, app)
}
