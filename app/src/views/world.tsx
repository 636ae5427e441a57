import { route } from '../route.ts'
import { CommunitiesView } from '../world/communities-view.tsx'
import { KindChoice } from '../world/controls.tsx'
import { MeasureView } from '../world/measure-view.tsx'
import '../world/world.css'

/** Every state at once: `/world?of=CHN&measure=kappa&year=1987`, or `/world?show=communities&year=1987`. */
export function WorldView() {
  const groups = route.value.query['show'] === 'communities'
  return (
    <div class="world">
      <KindChoice groups={groups} />
      {groups ? <CommunitiesView /> : <MeasureView />}
    </div>
  )
}
