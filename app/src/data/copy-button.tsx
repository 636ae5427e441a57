import { useSignal } from '@preact/signals'

/** A button that copies a text, which may have to be fetched first, and confirms that it was copied. */
export function CopyButton({ what, text }: { readonly what: string; readonly text: () => string | Promise<string> }) {
  const state = useSignal<'not yet' | 'copied' | 'failed'>('not yet')
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(await text())
      state.value = 'copied'
    } catch {
      state.value = 'failed'
    }
  }
  return (
    <button type="button" onClick={() => void copy()}>
      {state.value === 'not yet' ? `Copy ${what}` : state.value === 'copied' ? `Copied: ${what}` : `The ${what} could not be copied`}
    </button>
  )
}
