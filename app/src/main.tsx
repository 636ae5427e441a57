import { render } from 'preact'
import { followLinks } from './place.ts'
import { Shell } from './shell.tsx'
import './theme.css'

followLinks()
render(<Shell />, document.getElementById('app') as HTMLElement)
