import { ControlSamples } from '../design/control-samples.tsx'
import { FigureSamples } from '../design/figure-samples.tsx'
import { MapSamples } from '../design/map-samples.tsx'
import { PairSamples } from '../design/pair-samples.tsx'
import { TokenSamples } from '../design/token-samples.tsx'
import { VerdictSamples } from '../design/verdict-samples.tsx'
import '../world/world.css'
import '../dyad/outlook/outlook.css'
import '../design/design.css'

/** Every component in its states and both themes, built from the components themselves (`/design`); for those who work on the workbench. */
export function DesignPage() {
  return (
    <div class="design">
      <h1>Components</h1>
      <p>
        The components of the workbench in their states, light and dark. The page is built from the components themselves, so it shows what
        the other pages show. Type, room and colours are in <code>app/src/style/tokens.css</code>.
      </p>
      <TokenSamples />
      <ControlSamples />
      <FigureSamples />
      <MapSamples />
      <VerdictSamples />
      <PairSamples />
    </div>
  )
}
