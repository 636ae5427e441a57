import { route, urlOf } from '../route.ts'
import { CoalitionView } from '../what-if/cuts/coalition-view.tsx'
import { PairView } from '../what-if/cuts/pair-view.tsx'
import { ScenarioView } from '../what-if/scenario-view.tsx'
import '../world/world.css'
import '../what-if/what-if.css'

const kinds = [
  [undefined, 'A change of trade policy'],
  ['pair', 'Two states cut trade'],
  ['coalition', 'A coalition against a state'],
] as const

/** What a change of trade would do: `/what-if?preset=econpol-2022-eu-china`, `/what-if?show=pair&a=CHN&b=USA`, `/what-if?show=coalition&target=RUS&members=USA,EU`. */
export function WhatIfView() {
  const { show } = route.value.query
  const known = kinds.find(([kind]) => kind === show)?.[0]
  return (
    <div class="world what-if">
      <p class="row no-print">
        {kinds.map(([kind, title]) => (
          <a key={title} class="button" href={urlOf('what-if', [], { show: kind })} aria-current={kind === known ? 'true' : undefined}>
            {title}
          </a>
        ))}
      </p>
      {known === 'pair' ? <PairView /> : known === 'coalition' ? <CoalitionView /> : <ScenarioView />}
    </div>
  )
}
