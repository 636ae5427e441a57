import { signal } from '@preact/signals'

/** A country, territory or disputed area as the atlas has it: made by app/world-map.ts when the pages are built. */
export interface Place {
  /** Three letters of the atlas; those of a state where it is one. */
  readonly id: string
  readonly name: string
  readonly d: string
  readonly x: number
  readonly y: number
  /** Square units of the map. */
  readonly area: number
}

export interface WorldMap {
  readonly width: number
  readonly height: number
  readonly sphere: string
  readonly places: readonly Place[]
}

/** The map, once it was fetched. */
export const worldMap = signal<WorldMap | undefined>(undefined)

/** True where the map could not be had. */
export const mapFailed = signal(false)

/** Fetches the map once. */
export async function fetchMap(): Promise<void> {
  if (worldMap.peek() !== undefined) return
  try {
    const response = await fetch('/world-map.json')
    if (!response.ok) throw new Error(String(response.status))
    worldMap.value = (await response.json()) as WorldMap
    mapFailed.value = false
  } catch {
    mapFailed.value = true
  }
}
