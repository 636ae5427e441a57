import { otherVersion, recordChanged, serverAnswers } from './record-note.tsx'

/** Shows notices on every page: the server does not respond, or the page shows an old record. */
export function ServerNote({ onRenew }: { readonly onRenew: () => void }) {
  const renew = (): void => {
    recordChanged.value = false
    onRenew()
  }
  return (
    <div role="status" class="server-note">
      {!serverAnswers.value && (
        <p>
          <strong>The server does not answer.</strong> What stands here is as it was. Start <code>visavis serve</code> again on the same
          port: this page goes on by itself.
        </p>
      )}
      {serverAnswers.value && otherVersion.value && (
        <p class="row">
          <span>Another version of Vis-à-vis serves this page now.</span>
          <button type="button" onClick={() => location.reload()}>
            Load the page again
          </button>
        </p>
      )}
      {serverAnswers.value && recordChanged.value && (
        <p class="row">
          <span>Another record came into use: this page shows figures of the one before.</span>
          <button type="button" onClick={renew}>
            Show the new figures
          </button>
        </p>
      )}
    </div>
  )
}
