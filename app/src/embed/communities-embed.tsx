import { useEffect, useMemo } from 'preact/hooks'
import { useAnswer } from '../api/client.ts'
import { NotLoaded } from '../frame/not-loaded.tsx'
import { ProblemNote } from '../frame/problem-note.tsx'
import { route } from '../route.ts'
import { GroupMap, GroupNames, GroupStability, MemberReading } from '../world/communities-figures.tsx'
import { membersByCode, voteWindowText } from '../world/communities-table.ts'
import { fetchMap, mapFailed, worldMap } from '../world/map-file.ts'
import '../world/world.css'

/** The groups of states that vote alike, as a map or by how surely each stays: `/world?show=communities&year=1987&embed=groups` or `stability`. */
export function CommunitiesEmbed() {
  const { year, years, embed } = route.value.query
  const isMap = embed === 'groups'
  const { answer, problem } = useAnswer('communities', { year, years }).value
  useEffect(() => {
    if (isMap) void fetchMap()
  }, [])
  const places = useMemo(() => (answer === undefined ? undefined : membersByCode(answer)), [answer])
  useEffect(() => {
    if (answer !== undefined) document.title = `Groups that voted alike, ${voteWindowText(answer)} – Vis-à-vis`
  }, [answer])
  if (!isMap && embed !== 'stability')
    return <p class="problem">There is no such chart of the groups. The full page has all that there are.</p>
  const map = worldMap.value
  if (problem !== undefined) return <ProblemNote problem={problem} />
  if (isMap && mapFailed.value) return <NotLoaded what="The map" />
  if (answer === undefined || places === undefined) return <p class="waiting">Looking for groups …</p>
  if (isMap && map === undefined) return <p class="waiting">Loading the map …</p>
  return (
    <div class="world">
      {isMap ? <GroupMap answer={answer} map={map!} /> : <GroupStability answer={answer} />}
      <div class="group-names small">
        <GroupNames answer={answer} />
      </div>
      <MemberReading places={places} empty="Point at a state, or click one." />
    </div>
  )
}
