import { type ReadonlySignal, signal, useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { TextInput } from './text-input.ts'

/** Why the last drop was refused; empty if it was accepted. */
export const refusedDrop = signal('')

/**
 * Accepts drops anywhere on the page, because a browser would otherwise leave the page for a dropped file. Text dragged into a field is
 * inserted there.
 *
 * @returns whether something acceptable is being dragged over the page
 */
export function useDrop(take: (brought: TextInput) => void): ReadonlySignal<boolean> {
  const over = useSignal(false)
  const newest = useRef(take)
  newest.current = take
  useEffect(() => {
    const leaving = new AbortController()
    const { signal: until } = leaving
    const drag = (event: DragEvent): void => {
      if (!isAcceptable(event)) return
      event.preventDefault()
      over.value = true
    }
    const drop = (event: DragEvent): void => {
      over.value = false
      if (!isAcceptable(event)) return
      event.preventDefault()
      const found = droppedInput(event.dataTransfer!)
      refusedDrop.value = typeof found === 'string' ? found : ''
      if (typeof found !== 'string') newest.current(found)
    }
    addEventListener('dragover', drag, { signal: until })
    addEventListener('dragleave', (event) => (over.value = over.value && event.relatedTarget !== null), { signal: until })
    addEventListener('drop', drop, { signal: until })
    return () => leaving.abort()
  }, [])
  return over
}

function isAcceptable({ dataTransfer, target }: DragEvent): boolean {
  if (dataTransfer === null) return false
  if (dataTransfer.types.includes('Files')) return true
  return dataTransfer.types.includes('text/plain') && (target as Element).closest?.('input, textarea') === null
}

/** Returns the dropped file or text, or a sentence that says why it is refused. */
function droppedInput(data: DataTransfer): TextInput | string {
  const files = [...data.files]
  if (files.length > 1) return `${files.length} files were dropped. One text is read at a time.`
  if (data.items[0]?.webkitGetAsEntry?.()?.isDirectory === true) return 'A folder was dropped. Drop a file of it.'
  const [file] = files
  if (file !== undefined) return { kind: 'file', name: file.name, file }
  const text = data.getData('text/plain')
  return text.trim() === '' ? 'What was dropped holds no text.' : { kind: 'text', text }
}
