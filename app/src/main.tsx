import { render } from 'preact'
import { prefetchAnswer } from './api/client.ts'
import { Shell } from './frame/shell.tsx'
import { handleLinks, isEmbed, type Route, route } from './route.ts'
import './style/tokens.css'
import './theme.css'
import './style/print.css'

const app = document.getElementById('app') as HTMLElement
if (isEmbed) void import('./embed/embed-page.tsx').then(({ EmbedPage }) => render(<EmbedPage />, app))
else {
  const askAhead = ({ view, parts: [a, b], query }: Route): void => {
    if (view === 'dyad' && a !== undefined && b !== undefined) void prefetchAnswer('assess', { a, b, to: query['to'] })
  }
  // the answer is on its way while the view is loaded that will show it
  askAhead(route.value)
  handleLinks(askAhead)
  render(<Shell />, app)
}
