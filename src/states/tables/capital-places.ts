/** The position of a capital in degrees; north and east are positive. */
export interface CapitalPlace {
  readonly name: string
  readonly lat: number
  readonly lon: number
}

/** Capitals by ISO3 code, only of the states whose military exercises the record lists one by one; each position is the city's centre. */
export const capitalPlaces: ReadonlyMap<string, CapitalPlace> = new Map([
  ['CHN', { name: 'Beijing', lat: 39.904, lon: 116.407 }],
  ['IND', { name: 'New Delhi', lat: 28.614, lon: 77.209 }],
  ['IRN', { name: 'Tehran', lat: 35.689, lon: 51.389 }],
  ['JPN', { name: 'Tokyo', lat: 35.69, lon: 139.692 }],
  ['PAK', { name: 'Islamabad', lat: 33.693, lon: 73.065 }],
  ['PRK', { name: 'Pyongyang', lat: 39.033, lon: 125.754 }],
  ['RUS', { name: 'Moscow', lat: 55.752, lon: 37.616 }],
  ['USA', { name: 'Washington', lat: 38.895, lon: -77.036 }],
])
