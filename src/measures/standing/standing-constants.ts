/** A number that the rule uses, with what it means and where it comes from. */
interface StandingConstant {
  readonly value: number
  readonly unit: string
  readonly meaning: string
  readonly source: string
}

const disputes = 'GML militarised disputes 1946-2010 and COW 2011-2014 (docs/measures/standing.md)'

/** Every number of the rule. */
export const standingConstants: Readonly<
  Record<
    'forceWithIssue' | 'forceAlone' | 'repeatedForce' | 'longFighting' | 'provenPeace' | 'hostedForces' | 'hostedYears',
    StandingConstant
  >
> = {
  forceWithIssue: {
    value: 10,
    unit: 'years',
    meaning: 'how long a use of force keeps a pair in severe rivalry while an issue is open',
    source: `${disputes}: nine in ten such years lie within five years of a further dispute; after ten years without one a new dispute has a chance of 2 % a year`,
  },
  forceAlone: {
    value: 5,
    unit: 'years',
    meaning: 'how long a use of force keeps a pair in rivalry when no issue is open',
    source: `${disputes}: half of such years lie within five years of a further dispute; from the sixth year on, one in five`,
  },
  repeatedForce: {
    value: 2,
    unit: 'uses of force in ten years',
    meaning: 'separate uses of force that make a rivalry severe without an open issue',
    source: `${disputes}: after a third dispute the chance of another one is twice that after a first`,
  },
  longFighting: {
    value: 3,
    unit: 'years in ten',
    meaning: 'years of fighting, the present one included, that make a rivalry severe without an open issue',
    source: `${disputes}`,
  },
  provenPeace: {
    value: 10,
    unit: 'years',
    meaning: 'years without force before warm peace, and years of a common body before a security community',
    source: `${disputes}: the yearly chance of a new dispute has then fallen to that of a pair without a history`,
  },
  hostedForces: {
    value: 1000,
    unit: 'active members of the US forces',
    meaning: 'forces in a country that make a bond',
    source: 'counts of the Department of Defense: half of all hosts have fewer than 20, guards and attachés; hosts of 1,000 have bases',
  },
  hostedYears: {
    value: 5,
    unit: 'years',
    meaning: 'how long forces must have been in a country: an intervention is shorter',
    source:
      'counts of the Department of Defense: Lebanon 1958, the Dominican Republic 1965, Grenada 1983, Somalia 1992 to 1995, Haiti 1994 to 1996',
  },
}
