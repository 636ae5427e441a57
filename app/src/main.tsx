import { render } from 'preact'
import { Shell } from './frame/shell.tsx'
import { handleLinks } from './route.ts'
import './theme.css'

handleLinks()
render(<Shell />, document.getElementById('app') as HTMLElement)
