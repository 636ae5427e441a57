import { route, urlOf } from '../route.ts'
import { CoalitionView } from '../what-if/cuts/coalition-view.tsx'
import { PairView } from '../what-if/cuts/pair-view.tsx'
import { ScenarioView } from '../what-if/scenario-view.tsx'
import { Tariffs2025View } from '../what-if/tariffs-2025/tariffs-2025-view.tsx'
import '../world/world.css'
import '../what-if/what-if.css'

const kinds = [
  { show: undefined, title: 'A change of trade policy', View: ScenarioView },
  { show: 'pair', title: 'Two states cut trade', View: PairView },
  { show: 'coalition', title: 'A coalition against a state', View: CoalitionView },
  { show: 'tariffs-2025', title: 'The US tariffs of April 2025', View: Tariffs2025View },
] as const

/** What a change of trade would do: `/what-if?preset=econpol-2022-eu-china`, `/what-if?show=pair&a=CHN&b=USA`, `/what-if?show=coalition&target=RUS&members=USA,EU`. */
export function WhatIfView() {
  const { View, show: shown } = kinds.find(({ show }) => show === route.value.query['show']) ?? kinds[0]
  return (
    <div class="world what-if">
      <nav class="row kinds no-print" aria-label="Kinds of scenario">
        {kinds.map(({ show, title }) => (
          <a key={title} class="button small" href={urlOf('what-if', [], { show })} aria-current={show === shown ? 'true' : undefined}>
            {title}
          </a>
        ))}
      </nav>
      <View />
    </div>
  )
}
