/** Mean radius of the Earth, (2a + b) / 3 of GRS 80, in kilometres. */
export const earthRadius = 6371.0088

/**
 * Computes the great-circle distance of two places on a sphere, by the haversine.
 *
 * h = sin²(Δlat / 2) + cos(lat1) · cos(lat2) · sin²(Δlon / 2); d = 2 · R · asin(√h), R = 6,371.0088 km. The error
 * against the ellipsoid is at most 0.5 %.
 *
 * @param lat1, lon1, lat2, lon2   degrees, north and east positive
 * @returns                        kilometres, 0 to 20,015.1
 * @see Sinnott 1984, Sky and Telescope 68(2); Moritz 2000, Journal of Geodesy 74, 128 (radius)
 * @example Math.round(greatCircle(0, 0, 0, 180))   // 20015
 * @example Math.round(greatCircle(39.904, 116.407, 55.752, 37.616))   // 5794
 */
export function greatCircle(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const radians = Math.PI / 180
  const across = Math.sin(((lon2 - lon1) * radians) / 2)
  const up = Math.sin(((lat2 - lat1) * radians) / 2)
  const h = up * up + Math.cos(lat1 * radians) * Math.cos(lat2 * radians) * across * across
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(h)))
}
