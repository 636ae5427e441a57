import { effect } from '@preact/signals'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { counted, formatShare, inSentence } from '../../../src/server/wording.ts'
import { useAnswer } from '../api/client.ts'
import { ChartFigure } from '../figures/figure-frame.tsx'
import { NotLoaded } from '../frame/not-loaded.tsx'
import { ProblemNote } from '../frame/problem-note.tsx'
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
import { StateSearch } from './controls.tsx'
import { drawMap } from './map-drawing.ts'
import { fetchMap, mapFailed, type WorldMap, worldMap } from './map-file.ts'
import { describedState, hoveredState, selectState } from './state-selection.ts'
import { VoteYears } from './vote-years.tsx'

/** Shows the voting communities of a year. */
export function CommunitiesView() {
  const { year, years } = route.value.query
  const { state, answer, problem } = useAnswer('communities', { year, years }).value
  useEffect(() => {
    void fetchMap()
  }, [])
  return (
    <>
      <h1>Which states vote alike?</h1>
      {problem !== undefined && <ProblemNote problem={problem} />}
      <VoteYears shown={answer?.until} />
      {answer === undefined || state === 'failed' ? (
        state === 'asking' && <p class="waiting">Looking for groups …</p>
      ) : (
        <Groups answer={answer} busy={state === 'asking'} />
      )}
    </>
  )
}

function Groups({ answer, busy }: { readonly answer: CommunitiesAnswer; readonly busy: boolean }) {
  const places = useMemo(() => membersByCode(answer), [answer])
  const data = useMemo(() => communitiesData(answer), [answer])
  useEffect(() => {
    document.title = `Groups that voted alike, ${voteWindowText(answer)} – Vis-à-vis`
  }, [answer])
  const words = communitiesWords(answer)
  const named = [...places.values()].map(({ member }) => member).sort((x, y) => (x.name < y.name ? -1 : 1))
  return (
    <div class={busy ? 'asking' : undefined} aria-busy={busy}>
      <GroupList answer={answer} />
      <div class="choices no-print">
        <StateSearch states={named} />
      </div>
      <MemberReading places={places} />
      {mapFailed.value && <NotLoaded what="The map" />}
      <div class="side-by-side">
        {worldMap.value !== undefined && <GroupMap answer={answer} map={worldMap.value} places={places} words={words} data={data} />}
        <ChartFigure
          name={`stability-${answer.until}`}
          title={`How surely each stays with its group, ${voteWindowText(answer)}`}
          alt={words}
          data={data}
          draw={(width) => {
            const svg = drawStability(answer, width, { pointed: (iso3) => (hoveredState.value = iso3), taken: selectState })
            svg.setAttribute('aria-label', words)
            return svg
          }}
          under="A dot is a state. Far left: in most draws of the roll calls it is found with others."
        />
      </div>
    </div>
  )
}

/** Lists the communities, with their stability. */
function GroupList({ answer }: { readonly answer: CommunitiesAnswer }) {
  const { communities, modularity, resampled, rollCalls, resamples, leftOut } = answer
  return (
    <>
      <div class="answer-first">
        <p>
          Votes of {voteWindowText(answer)}: <strong>{counted(communities.length, 'group', 'groups')}</strong>, found in {rollCalls} roll
          calls on whole resolutions.
        </p>
        <ul>
          {communities.map(({ letter, name, members, stability }) => (
            <li key={letter}>
              <strong>{letter}</strong>: {name}
              {members.length > 3 ? '' : ` (${counted(members.length, 'state', 'states')})`}
              <span class="soft"> · {stability === null ? 'alone' : `stay together in ${formatShare(stability)} of the draws`}</span>
            </li>
          ))}
        </ul>
      </div>
      <p class="small soft">
        Modularity {modularity.consensus.toFixed(2)}; two draws of the roll calls agree by an adjusted Rand index of{' '}
        {resampled.mean.toFixed(2)} (90 % {resampled.low.toFixed(2)} to {resampled.high.toFixed(2)}; 1 = the same groups, 0 = chance), over{' '}
        {resamples} draws.
      </p>
      {leftOut.length > 0 && (
        <p class="small soft">
          In none, for they voted on fewer than half of the roll calls: {leftOut.map(({ name }) => inSentence(name)).join(', ')}.
        </p>
      )}
    </>
  )
}

function MemberReading({ places }: { readonly places: ReadonlyMap<string, PlacedMember> }) {
  const found = places.get(describedState.value ?? '')
  if (found === undefined)
    return <p class="reading soft">Point at a state, or choose one by name, to read how surely it is in its group.</p>
  return (
    <p class="reading">
      <strong>{found.member.name}</strong>: {memberWords(found)}.{' '}
      <a href={urlOf('world', [], { of: found.member.iso3 })}>All towards {inSentence(found.member.name)}</a>
    </p>
  )
}

interface GroupMapProps {
  readonly answer: CommunitiesAnswer
  readonly map: WorldMap
  readonly places: ReadonlyMap<string, PlacedMember>
  readonly words: string
  readonly data: ReturnType<typeof communitiesData>
}

function GroupMap({ answer, map, places, words, data }: GroupMapProps) {
  const stop = useRef<() => void>(undefined)
  useEffect(() => () => stop.current?.(), [])
  const onMap = new Set(map.places.map(({ id }) => id))
  const missing = [...places.values()].filter(({ member }) => !onMap.has(member.iso3)).map(({ member }) => member.name)
  const silent = new Set(answer.leftOut.map(({ iso3 }) => iso3))
  return (
    <ChartFigure
      name={`groups-${answer.until}`}
      title={`Groups that voted alike, ${voteWindowText(answer)}`}
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
