/**
 * How much of what a reference data set lists stands in our own tables too. So "none found" is an estimate with a known recall, not unknown and not zero.
 * Measured by `npx vitest run test/whole/reference/table-recall.test.ts`, which fails when a figure here no longer holds.
 */
export interface Recall {
  /** The reference: `ATOP` for alliances, `GSDB` for sanctions. */
  readonly reference: string
  /** First and last year compared. */
  readonly years: readonly [from: number, to: number]
  /** Directed pair-years of the reference that the table has too, and all that the reference has. */
  readonly found: number
  readonly of: number
  /** Share of the directed pair-years without a row of ours for which the reference has something. */
  readonly missed: number
}

/** Below this recall, silence of the table on an obligation says nothing: the table misses more than it finds. */
const leastRecall = 0.5

/** Above this share of silent pairs for which the reference has something, a 90 % interval of the count would not be zero. */
const mostMissed = 0.05

/** Below this share a sender has so few regimes in the reference that its recall is not informative: silence is right for 99 of 100 pairs. */
const rarelyMissed = 0.01

type Obligation = 'defence' | 'offence' | 'neutrality' | 'nonaggression' | 'consultation'

/** ATOP 5.1, lines `obligation from-to found/all missed`, the last in per cent of the silent pair-years. */
const againstAtop = `
defence 1946-1959 9110/9521 0.52
defence 1960-1974 15170/15321 0.07
defence 1975-1989 22798/23810 0.29
defence 1990-2018 68922/77349 0.87
offence 1946-1959 6/398 0.45
offence 1960-1974 0/248 0.10
offence 1975-1989 0/50 0.01
offence 1991-2018 0/0 0.00
neutrality 1946-1959 85/114 0.03
neutrality 1960-1974 80/110 0.01
neutrality 1975-1989 76/136 0.02
neutrality 1990-2018 972/2890 0.18
nonaggression 1946-1959 8476/9538 1.35
nonaggression 1960-1974 15724/16250 0.23
nonaggression 1975-1989 22030/22938 0.27
nonaggression 1990-2018 105297/110108 0.57
consultation 1946-1959 9480/9898 0.54
consultation 1960-1974 15530/16314 0.34
consultation 1975-1989 23168/23468 0.09
consultation 1990-2018 67785/73728 0.61
`

/**
 * GSDB v3, 2013-2022, cases with trade, arms, finance or travel measures; a state sends with its blocs. Lines `found/all missed: senders`. Other states: none.
 * `EU` stands for members of the European Union towards each other, which only the funds withheld from Hungary and Poland concern.
 */
const againstGsdb = `
0/52 0.70: EU
212/545 19.33: USA
1/166 8.51: LIE
9/168 8.23: ALB NOR
9/167 8.18: MNE
179/315 7.93: GBR
9/155 7.56: ISL
1/141 7.22: MKD
0/114 5.88: ARM
0/113 5.82: MDA
0/108 5.57: BIH
221/313 5.43: ESP
15/117 5.30: CHE
221/309 5.20: DEU FRA
0/100 5.15: SRB
221/305 4.96: DNK SWE
221/304 4.90: AUT BEL BGR CYP CZE EST FIN GRC HRV IRL ITA LTU LUX LVA MLT NLD PRT ROU SVK SVN
221/303 4.84: HUN POL
10/94 4.37: TUR
0/80 4.12: GEO
70/131 3.27: CAN
8/57 2.54: UKR
63/87 1.28: AUS
3/24 1.08: BFA
19/36 0.89: JPN
3/18 0.77: BEN CIV CPV GHA GMB LBR NER NGA SEN SLE TGO
1/16 0.77: GIN
2/17 0.77: MLI
9/21 0.62: NZL
0/11 0.57: ERI
10/20 0.52: AZE
81/89 0.50: RUS
0/9 0.46: BLR
11/19 0.42: KOR
10/16 0.31: CHN
0/5 0.26: AGO BDI BWA CMR COD COG ETH GAB GNQ KEN LSO MOZ MUS MWI NAM RWA SSD STP SWZ SYC TCD TZA UGA ZAF ZMB ZWE
20/25 0.26: COM DJI DZA LBY MRT SDN SOM TUN
25/30 0.26: EGY
3/8 0.26: GNB
0/4 0.21: ARG BRA MDG MEX VNM
1/4 0.15: TWN
25/27 0.10: SAU
0/2 0.10: UZB
0/1 0.05: CAF XKX
25/25 0.00: ARE BHR
2/2 0.00: IND
20/20 0.00: IRQ JOR KWT LBN MAR OMN QAT YEM
1/1 0.00: SGP
`

/** The same for the Security Council. */
const againstGsdbOfUn = '125/146 1.16'

/**
 * States of the CSCE and OSCE. ATOP reads the Helsinki Final Act of 1975 as a pact of non-aggression among them; we leave it out, since it is political. So the
 * recall of non-aggression from 1975 on is that of all other pairs, and among these states it is not known.
 */
const csceStates: ReadonlySet<string> = new Set(
  (
    'ALB AND ARM AUT AZE BEL BGR BIH BLR CAN CHE CSK CYP CZE DDR DEU DNK ESP EST FIN FRA GBR GEO GRC HRV HUN IRL ISL ITA KAZ KGZ LIE LTU LUX LVA MCO MDA ' +
    'MKD MLT MNE MNG NLD NOR POL PRT ROU RUS SMR SRB SVK SVN SWE TJK TKM TUR UKR USA UZB YUG'
  ).split(' '),
)

/** Whether two states are both of the CSCE or OSCE on a day from the Helsinki Final Act on. */
export function areBothCsce(a: string, b: string, day: string): boolean {
  return day >= '1975-08-01' && csceStates.has(a) && csceStates.has(b)
}

interface AllianceRecall extends Recall {
  readonly obligation: string
}

function counted(fraction: string, missed: string): Pick<Recall, 'found' | 'of' | 'missed'> {
  const [found = 0, of = 0] = fraction.split('/').map(Number)
  return { found, of, missed: Number(missed) / 100 }
}

const linesOf = (table: string): string[] => table.split('\n').filter((line) => line !== '')

const alliances: readonly AllianceRecall[] = linesOf(againstAtop).map((line) => {
  const [obligation = '', span = '', fraction = '', missed = ''] = line.split(' ')
  const [from = 0, to = 0] = span.split('-').map(Number)
  return { obligation, reference: 'ATOP', years: [from, to], ...counted(fraction, missed) }
})

const gsdbYears = [2013, 2022] as const

const senders: ReadonlyMap<string, Recall> = new Map(
  linesOf(againstGsdb).flatMap((line) => {
    const [counts = '', codes = ''] = line.split(': ')
    const [fraction = '', missed = ''] = counts.split(' ')
    return codes.split(' ').map((iso3) => [iso3, { reference: 'GSDB', years: gsdbYears, ...counted(fraction, missed) }] as const)
  }),
)

/**
 * Returns the recall of our commitments on a day, by obligation; undefined for a day before the years compared. The figure of the last years holds after them.
 *
 * @example allianceRecall('defence', '2026-01-01').years   // [1990, 2018]
 */
export function allianceRecall(obligation: Obligation, day: string): Recall | undefined {
  const year = Number(day.slice(0, 4))
  return alliances.findLast((one) => one.obligation === obligation && one.years[0] <= year)
}

/**
 * Returns the recall of our sanctions regimes on a day, by sender; undefined for a day before the years compared.
 *
 * @param sender   ISO3 code of a state, which stands for its own regimes and those of its blocs; or `EU`, for a member of it towards another
 */
export function sanctionsRecall(sender: string, day: string): Recall | undefined {
  if (day < `${gsdbYears[0]}-01-01`) return undefined
  return senders.get(sender) ?? { reference: 'GSDB', years: gsdbYears, found: 0, of: 0, missed: 0 }
}

/** Returns the recall of our regimes of the Security Council on a day; undefined for a day before the years compared. */
export function unSanctionsRecall(day: string): Recall | undefined {
  const [fraction = '', missed = ''] = againstGsdbOfUn.split(' ')
  return day < `${gsdbYears[0]}-01-01` ? undefined : { reference: 'GSDB', years: gsdbYears, ...counted(fraction, missed) }
}

/**
 * Whether silence of the table on an obligation is an estimate of none: the table finds at least half of what the reference has, and few of the silent pairs
 * have something.
 */
export function isNoneEstimated({ found, of, missed }: Recall): boolean {
  return missed <= mostMissed && (of === 0 || found / of >= leastRecall)
}

/** Whether silence of the table on a sender of sanctions is an estimate of none: as for obligations, or since the reference has hardly any. */
export function isNoSanctionEstimated(recall: Recall): boolean {
  return recall.missed <= rarelyMissed || isNoneEstimated(recall)
}

/**
 * Says what the recall is, as the end of a sentence on what was not found.
 *
 * @param what   what the reference lists, in the plural
 * @example recallWords({ reference: 'ATOP', years: [1990, 2018], found: 89, of: 100, missed: 0.01 }, 'defence pacts')   // 'our table has 89 % of the defence pacts that ATOP lists (1990 to 2018)'
 * @example recallWords({ reference: 'GSDB', years: [2013, 2022], found: 0, of: 0, missed: 0 }, 'sanctions of Peru')   // 'GSDB lists no sanctions of Peru (2013 to 2022)'
 */
export function recallWords({ reference, years, found, of, missed }: Recall, what: string): string {
  const when = `(${years[0]} to ${years[1]})`
  if (of === 0) return `${reference} lists no ${what} ${when}`
  if (found / of < leastRecall) return missedWords({ reference, years, missed }, what)
  return `our table has ${Math.round((100 * found) / of)} % of the ${what} that ${reference} lists ${when}`
}

/**
 * Says for how many of the pairs on which the table is silent the reference has something.
 *
 * @example missedWords({ reference: 'GSDB', years: [2013, 2022], missed: 0.052 }, 'sanctions of France')   // 'GSDB lists sanctions of France for 5.2 % of the pairs for which our table has none (2013 to 2022)'
 */
export function missedWords({ reference, years, missed }: Pick<Recall, 'reference' | 'years' | 'missed'>, what: string): string {
  return `${reference} lists ${what} for ${formatShare(missed)} of the pairs for which our table has none (${years[0]} to ${years[1]})`
}

/** Writes a small share in per cent, with one significant digit below one per cent. */
const formatShare = (share: number): string => `${Number((100 * share).toPrecision(share < 0.01 ? 1 : 2))} %`
