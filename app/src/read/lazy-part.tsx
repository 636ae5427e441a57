import { useSignal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useEffect } from 'preact/hooks'
import { NotLoaded } from '../frame/not-loaded.tsx'

interface LazyPartProps<P> {
  /** Imports the component: the same function each time. */
  readonly load: () => Promise<ComponentType<P>>
  readonly props: P
}

/** Shows a part of the page whose code is loaded only when it is first shown. */
export function LazyPart<P extends object>({ load, props }: LazyPartProps<P>) {
  const found = useSignal<ComponentType<P> | undefined>(undefined)
  const failed = useSignal(false)
  useEffect(() => {
    load().then(
      (component) => {
        found.value = component
      },
      () => {
        failed.value = true
      },
    )
  }, [load])
  const Component = found.value
  if (failed.value) return <NotLoaded what="This" />
  return Component === undefined ? null : <Component {...props} />
}
