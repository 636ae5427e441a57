import { render } from 'preact'
import { Shell } from './frame/shell.tsx'
import { followLinks } from './place.ts'
import './theme.css'

followLinks()
render(<Shell />, document.getElementById('app') as HTMLElement)
