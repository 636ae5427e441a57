import { useEffect, useRef } from 'preact/hooks'
import { pollRecord, serverAnswers } from './record-note.tsx'

/**
 * Says that a part of the application could not be loaded. A browser does not fetch a failed module twice, so the whole page must be
 * reloaded. This happens automatically when a server that was silent responds again.
 */
export function NotLoaded({ what = 'This page' }: { readonly what?: string }) {
  const wasSilent = useRef(false)
  useEffect(() => void pollRecord(), [])
  useEffect(() => {
    if (serverAnswers.value && wasSilent.current) location.reload()
    wasSilent.current = !serverAnswers.value
  }, [serverAnswers.value])
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
