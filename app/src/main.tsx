import { render } from 'preact'
import { Shell } from './frame/shell.tsx'
import { handleLinks, isEmbed } from './route.ts'
import './style/tokens.css'
import './theme.css'
import './style/print.css'

const app = document.getElementById('app') as HTMLElement
if (isEmbed) void import('./embed/embed-page.tsx').then(({ EmbedPage }) => render(<EmbedPage />, app))
else {
  handleLinks()
  render(<Shell />, app)
}
