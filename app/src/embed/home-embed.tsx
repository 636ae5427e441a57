import { StandingMap } from '../home/standing-map.tsx'
import '../home/home.css'

/** The map of how every state stands to one of them: `/?of=USA&embed=map`. */
export function HomeEmbed() {
  return <StandingMap />
}
