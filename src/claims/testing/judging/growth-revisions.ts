/**
 * How near published growth must be, in points. Of 2,884 growth figures of 2010 to 2023 in the World Bank's editions of April 2025 and April 2026 4.9 % differ by more than a
 * point (of 2023 14 %), 1.5 % by more than three, and 1.1 % by more than both three points and two fifths of the larger; news quote first reports, which are further off.
 */
export const growthRevision = {
  /** Beyond the span of the editions, a figure within so much is that figure. */
  supports: 0.5,
  /** Nor is a figure supported by one that differs by more than this part of it: 1.6 % is not 1.2 %. */
  supportsPart: 0.2,
  /** A figure further off than this, and than `part` of the larger of the two, is of no edition. */
  contradicts: 3,
  part: 0.4,
  /** Growth within so much of zero is neither growth nor decline. */
  nearZero: 0.5,
  /** What went the other way by more than this is no matter of editions. */
  otherWay: 2,
  /** Up to this a year is one of stagnation; every year above `lively` is none. */
  stagnant: 1,
  lively: 3,
} as const
