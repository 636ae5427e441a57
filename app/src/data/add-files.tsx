import { useSignal } from '@preact/signals'
import { ProblemNote } from '../frame/problem-note.tsx'
import { EditionNote } from './added-edition.tsx'
import { editionUpload, uploadEdition } from './edition-upload.ts'
import type { Source } from './source.ts'

interface AddFilesProps {
  /** Sources whose files may be added; a single source is preselected. */
  readonly sources: readonly Source[]
  readonly title: string
}

/** Shows a form to drop or choose the files of a source and make a new edition. */
export function AddFiles({ sources, title }: AddFilesProps) {
  const only = sources.length === 1 ? sources[0] : undefined
  const chosen = useSignal(only?.id ?? '')
  const files = useSignal<readonly File[]>([])
  const accept = useSignal(false)
  const source = only ?? sources.find(({ id }) => id === chosen.value)
  const busy = editionUpload.value.at === 'work'
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <p>The files stay on this machine: a new snapshot is made of them in your own store, and what was there before can be had back.</p>
      {only === undefined && <SourceChoice sources={sources} chosen={chosen.value} onChoice={(id) => (chosen.value = id)} />}
      {source !== undefined && (
        <p>
          <strong>{source.title}</strong> takes {source.takes}.
        </p>
      )}
      <FileChoice
        files={files.value}
        onFiles={(some) => {
          files.value = some
          // the confirmation was given for other files
          accept.value = false
        }}
      />
      <p>
        <label>
          <input type="checkbox" checked={accept.value} onChange={(event) => (accept.value = event.currentTarget.checked)} /> Store what is
          doubted too
        </label>{' '}
        <span class="soft small">Figures that cannot be, files cut short: compare them with the provider’s first.</span>
      </p>
      <p>
        <button
          type="button"
          disabled={busy || source === undefined || files.value.length === 0}
          onClick={() => void uploadEdition(source!.id, files.value, accept.value)}
        >
          {busy ? 'Adding …' : 'Add'}
        </button>{' '}
        <span class="soft small">{stillNeeded(source, files.value.length)}</span>
      </p>
      <Outcome only={only?.id} />
    </section>
  )
}

function stillNeeded(source: Source | undefined, files: number): string {
  if (files === 0) return 'Drop or choose files first.'
  return source === undefined ? 'Say of which source they are.' : ''
}

interface SourceChoiceProps {
  readonly sources: readonly Source[]
  readonly chosen: string
  readonly onChoice: (id: string) => void
}

function SourceChoice({ sources, chosen, onChoice }: SourceChoiceProps) {
  const options = (held: boolean) =>
    sources
      .filter((source) => source.held === held)
      .map(({ id, title }) => (
        <option key={id} value={id}>
          {id}: {title}
        </option>
      ))
  return (
    <p>
      <label>
        Source{' '}
        <select value={chosen} onChange={(event) => onChoice(event.currentTarget.value)}>
          <option value="">choose …</option>
          <optgroup label="not held yet">{options(false)}</optgroup>
          <optgroup label="held: a newer edition">{options(true)}</optgroup>
        </select>
      </label>
    </p>
  )
}

function FileChoice({ files, onFiles }: { readonly files: readonly File[]; readonly onFiles: (files: readonly File[]) => void }) {
  const over = useSignal(false)
  return (
    <fieldset
      class={over.value ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault()
        over.value = true
      }}
      onDragLeave={() => (over.value = false)}
      onDrop={(event) => {
        event.preventDefault()
        over.value = false
        onFiles([...(event.dataTransfer?.files ?? [])])
      }}
    >
      <legend class="visually-hidden">Files</legend>
      <label>
        Drop its files here, or choose them{' '}
        <input type="file" multiple onChange={(event) => onFiles([...(event.currentTarget.files ?? [])])} />
      </label>
      {files.length > 0 && <p class="small">{files.map(({ name, size }) => `${name} (${Math.ceil(size / 1000)} kB)`).join(', ')}</p>}
    </fieldset>
  )
}

/** Shows the progress or outcome of adding files; on the page of a source, only for that source. */
function Outcome({ only }: { readonly only: string | undefined }) {
  const now = editionUpload.value
  const here = now.at !== 'nothing' && (only === undefined || now.source === only)
  return (
    <div role="status">
      {here && now.at === 'work' && (
        <p>
          {now.source}: {now.what} <progress max={now.total === 0 ? undefined : now.total} value={now.total === 0 ? undefined : now.done} />
        </p>
      )}
      {here && now.at === 'failed' && (
        <>
          <p>Nothing was changed: {now.source} could not be added.</p>
          <ProblemNote problem={now.problem} />
        </>
      )}
      {here && now.at === 'done' && <EditionNote edition={now.edition} />}
    </div>
  )
}
