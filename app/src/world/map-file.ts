import { signal } from '@preact/signals'

/** A country, territory or disputed area of the atlas; made by app/world-map.ts at build time. */
export interface MapArea {
  /** Three-letter code of the atlas; for a state, the ISO3 code. */
  readonly id: string
  readonly name: string
  readonly d: string
  readonly x: number
  readonly y: number
  /** Area in square map units. */
  readonly area: number
}

export interface WorldMap {
  readonly width: number
  readonly height: number
  readonly sphere: string
  readonly places: readonly MapArea[]
}

/** The world map; undefined until loaded. */
export const worldMap = signal<WorldMap | undefined>(undefined)

/** Whether the map failed to load. */
export const mapFailed = signal(false)

/** Loads the map unless it is loaded already. */
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
