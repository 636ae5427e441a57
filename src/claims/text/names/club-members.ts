/** Clubs that a text may mean as a group, as lines `id | year of accession, states | …`; a test compares them with data/tables/bloc-memberships.csv. */
const table = `
BRICS | 2009 BRA RUS IND CHN | 2010 ZAF | 2024 EGY ETH IRN ARE | 2025 IDN
SCO | 2001 CHN RUS KAZ KGZ TJK UZB | 2017 IND PAK | 2023 IRN | 2024 BLR
CSTO | 1994 RUS BLR KAZ KGZ TJK ARM
EAEU | 2015 RUS BLR KAZ ARM KGZ
GCC | 1981 SAU ARE QAT KWT BHR OMN
G7 | 1976 USA JPN DEU FRA GBR ITA CAN
QUAD | 2007 USA JPN IND AUS
AUKUS | 2021 AUS GBR USA
`

const clubs: ReadonlyMap<string, readonly (readonly [year: string, states: readonly string[]])[]> = new Map(
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [id = '', ...rounds] = line.split(' | ')
      return [
        id,
        rounds.map((round) => {
          const [year = '', ...states] = round.split(' ')
          return [year, states] as const
        }),
      ]
    }),
)

/** Ids of the clubs with known members. */
export const clubsWithMembers: readonly string[] = [...clubs.keys()]

/**
 * Returns the members of a club in a year, in order of accession; undefined for a club that is not in the table.
 *
 * @param date  a day or a year
 * @example clubMembers('BRICS', '2023-08-24')?.join()   // 'BRA,RUS,IND,CHN,ZAF'
 */
export const clubMembers = (id: string, date: string): readonly string[] | undefined =>
  clubs
    .get(id)
    ?.filter(([year]) => year <= date.slice(0, 4))
    .flatMap(([, states]) => states)
