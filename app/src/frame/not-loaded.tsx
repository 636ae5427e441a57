import { useEffect, useRef } from 'preact/hooks'
import { answering, askRecord } from './record-note.tsx'

/** Where a part of the application itself could not be fetched. A browser does not fetch it twice, so the whole page is loaded again: by itself, when a silent server is back. */
export function NotLoaded({ what = 'This page' }: { readonly what?: string }) {
  const wasSilent = useRef(false)
  useEffect(() => void askRecord(), [])
  useEffect(() => {
    if (answering.value && wasSilent.current) location.reload()
    wasSilent.current = !answering.value
  }, [answering.value])
  return (
    <div class="problem" role="alert">
      <strong>{what} could not be loaded.</strong> The address keeps what was asked.
      <div class="row">
        <button type="button" onClick={() => location.reload()}>
          Load the page again
        </button>
      </div>
    </div>
  )
}
