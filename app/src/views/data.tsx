import { AllSources } from '../data/all-sources.tsx'
import { SourcePage } from '../data/source-page.tsx'
import { recordChanges } from '../frame/record-note.tsx'
import { route } from '../route.ts'
import '../data/data.css'

/** The page `/data` of all sources, or of one source (`/data/un-votes`). Reloads when the record changes. */
export function DataPage() {
  const [id] = route.value.parts
  const record = recordChanges.value
  return id === undefined ? <AllSources key={record} /> : <SourcePage key={`${id} ${record}`} id={id} />
}
