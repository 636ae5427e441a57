import { effect } from '@preact/signals'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { counted, formatShare, inSentence } from '../../../src/server/wording.ts'
import type { EmbedOffer } from '../figures/embed-offer.ts'
import { ChartFigure } from '../figures/figure-frame.tsx'
import { route, urlOf } from '../route.ts'
import { BordersNote } from './borders-note.tsx'
import { drawStability, groupPaint } from './communities-drawing.ts'
import {
  type CommunitiesAnswer,
  communitiesData,
  communitiesWords,
  membersByCode,
  memberWords,
  type PlacedMember,
  voteWindowText,
} from './communities-table.ts'
import { drawMap } from './map-drawing.ts'
import type { WorldMap } from './map-file.ts'
import { describedState, hoveredState, selectState } from './state-selection.ts'

interface GroupsProps {
  readonly answer: CommunitiesAnswer
}

/** Shows the groups on a map. */
export function GroupMap({ answer, map }: GroupsProps & { readonly map: WorldMap }) {
  const places = useMemo(() => membersByCode(answer), [answer])
  const data = useMemo(() => communitiesData(answer), [answer])
  const words = communitiesWords(answer)
  const stop = useRef<() => void>(undefined)
  useEffect(() => () => stop.current?.(), [])
  const onMap = new Set(map.places.map(({ id }) => id))
  const missing = [...places.values()].filter(({ member }) => !onMap.has(member.iso3)).map(({ member }) => member.name)
  const silent = new Set(answer.leftOut.map(({ iso3 }) => iso3))
  return (
    <ChartFigure
      name={`groups-${answer.until}`}
      title={`Groups that voted alike, ${voteWindowText(answer)}`}
      embed={() => embedOf('groups')}
      alt={`Map: ${words}`}
      data={data}
      draw={(width) => {
        stop.current?.()
        const drawing = drawMap(map, width, new Set(places.keys()), {
          pointed: (iso3) => (hoveredState.value = iso3),
          taken: (iso3) => selectState(iso3),
        })
        drawing.paint((id) => {
          const found = places.get(id)
          return found === undefined ? { fill: silent.has(id) ? 'hatched' : 'plain' } : groupPaint(found)
        })
        drawing.letter((id) => places.get(id)?.letter)
        stop.current = effect(() => drawing.mark('pointed', new Set(describedState.value === undefined ? [] : [describedState.value])))
        drawing.svg.setAttribute('aria-label', `Map: ${words}`)
        return drawing.svg
      }}
      on={[map]}
      under={
        <>
          Letters are the groups; the paler a state, the less surely it stays with its group. Hatched: too few votes. Empty: no vote.{' '}
          <BordersNote year={answer.until} missing={missing} />
        </>
      }
    />
  )
}

/** Shows how surely each state stays with its group. */
export function GroupStability({ answer }: GroupsProps) {
  const data = useMemo(() => communitiesData(answer), [answer])
  const words = communitiesWords(answer)
  return (
    <ChartFigure
      name={`stability-${answer.until}`}
      title={`How surely each stays with its group, ${voteWindowText(answer)}`}
      embed={() => embedOf('stability')}
      alt={words}
      data={data}
      draw={(width) => {
        const svg = drawStability(answer, width, { pointed: (iso3) => (hoveredState.value = iso3), taken: selectState })
        svg.setAttribute('aria-label', words)
        return svg
      }}
      under="A dot is a state. Far left: in most draws of the roll calls it is found with others."
    />
  )
}

/** The chart alone, of the year that was asked for; if none was, of the newest year in each later record. */
function embedOf(embed: 'groups' | 'stability'): EmbedOffer {
  const { year, years } = route.peek().query
  return { address: urlOf('world', [], { show: 'communities', year, years, embed }) }
}

/** Lists the groups by letter, with how surely their members stay together. */
export function GroupNames({ answer: { communities } }: GroupsProps) {
  return (
    <ul>
      {communities.map(({ letter, name, members, stability }) => (
        <li key={letter}>
          <strong>{letter}</strong>: {name}
          {members.length > 3 ? '' : ` (${counted(members.length, 'state', 'states')})`}
          <span class="soft"> · {stability === null ? 'alone' : `stay together in ${formatShare(stability)} of the draws`}</span>
        </li>
      ))}
    </ul>
  )
}

/** What the state under the pointer, or the one chosen, is in its group. */
export function MemberReading({ places, empty }: { readonly places: ReadonlyMap<string, PlacedMember>; readonly empty: string }) {
  const found = places.get(describedState.value ?? '')
  if (found === undefined) return <p class="reading soft">{empty}</p>
  return (
    <p class="reading">
      <strong>{found.member.name}</strong>: {memberWords(found)}.{' '}
      <a href={urlOf('world', [], { of: found.member.iso3 })}>All towards {inSentence(found.member.name)}</a>
    </p>
  )
}
