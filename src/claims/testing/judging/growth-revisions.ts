/**
 * How near published growth must be, in points. Of 2,884 growth figures of 2010 to 2023 in the World Bank's editions of April 2025 and April 2026, 4.9 % differ
 * by more than one point (14 % for 2023), 1.5 % by more than three, and 1.1 % by more than both three points and two fifths of the larger. First reports, which
 * news quote, are further off.
 */
export const growthRevision = {
  /** A figure at most this far outside the range of the editions still agrees. */
  supports: 0.5,
  /** And by at most this share of the figure: 1.6 % does not support 1.2 %. */
  supportsPart: 0.2,
  /** A figure further off than this, and than `part` of the larger of the two, comes from no edition. */
  contradicts: 3,
  part: 0.4,
  /** Within this distance of zero it is neither growth nor decline. */
  nearZero: 0.5,
  /** A change in the opposite direction beyond this cannot be explained by revisions. */
  otherWay: 2,
  /** Up to this a year counts as stagnation; above `lively` it certainly does not. */
  stagnant: 1,
  lively: 3,
} as const
