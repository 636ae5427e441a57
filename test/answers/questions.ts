import { bytesOf } from '../faults/sample.ts'
import { samples } from '../faults/samples.ts'

/** A question of an operation that is answered in a second or two, and what its answer on the bundled record says. */
export interface Question {
  readonly operation: string
  /** The words after the name of the operation; `@name` stands for a file of `files`. */
  readonly words?: string
  /** Pieces of the answer's table, with one space for any white space. */
  readonly says: readonly string[]
  /** Pieces of the text for assistants, where it is another. */
  readonly tool?: readonly string[]
}

const note =
  'China voted with Russia on most resolutions of the General Assembly in 2023. Trade between China and Russia reached $240 billion in 2023.\n'
const flow = [792, 811, 831, 720, 876, 924, 863, 904, 912, 758]

/** Files that are asked about, by name. */
export const files: Readonly<Record<string, string>> = {
  'note.txt': note,
  'nile.csv': `year,flow\n${flow.map((value, n) => `${1951 + n},${value}\n`).join('')}`,
  'claims.jsonl': '{"kind":"membership","indicator":"member of NATO","actors":["FIN"],"period":"2023"}\n',
  'conditions.json': JSON.stringify({
    conditions: [{ name: 'far', a: 'CHN', b: 'RUS', type: 'threshold', figure: 'kappa_quadratic', below: 0.2 }],
  }),
  'BACI_HS17_Y2021_V202401.csv': 't,i,j,k,v,q\n2021,156,276,850760,60,1\n',
  'country_codes_V202401.csv': 'country_code,country_iso3\n156,CHN\n276,DEU\n',
  'ids_stocks.csv': Buffer.from(bytesOf(samples.find(({ reader }) => reader === 'world-bank-debt')!.files[0]!)).toString(),
}

/** What is asked of two states. */
export const relations: readonly Question[] = [
  {
    operation: 'assess',
    words: 'KEN TZA',
    says: [
      'Kenya and Tanzania have been at peace and close (warm peace) since 2000',
      'a trade agreement (since 2000) and no visas either way',
      'Goods trade was worth USD 777 m in 2023',
    ],
    tool: [
      'Kenya and Tanzania have been at peace and close (warm peace) since 2000',
      'very likely (91 %) that Kenya and Tanzania vote closer together',
    ],
  },
  {
    operation: 'evidence',
    words: 'CHN RUS kappa_quadratic',
    says: ['quadratic weights (default), 2025: 0.54 (0.43 to 0.64)', '184 recorded votes', 'un-resolutions'],
  },
  {
    operation: 'compare',
    words: 'VNM-CHN VNM-USA',
    says: ['Vietnam stands closer to China', 'with China USD 37.6 bn in 2011, USD 185 bn in 2021 and USD 220 bn in 2023'],
  },
  { operation: 'dyads', words: '--state RUS --to 1946 --draws 100', says: ['pairs of RUS and', 'Diplomacy', 'Conflict'] },
  {
    operation: 'panel',
    words: '--pairs CHN-RUS --from 2018 --indicators kappa',
    says: ['9 rows: pairs of states by year, 2018 to 2026', 'kappa index, -1 to 1 8 88.9 unknown'],
  },
  {
    operation: 'measure similarity',
    words: 'CHN RUS --year 2018',
    says: ['95 roll calls', "Cohen's kappa, quadratic (default) 0.64 0.46 to 0.78 90"],
  },
  {
    operation: 'measure standing',
    words: 'India Pakistan',
    says: ['severe rivalry', 'no peace after the armistice: 1949-01-01 to today', 'Fighting of May 2025: 2025-05-07 to 2025-05-10'],
  },
  {
    operation: 'measure ideal-points',
    words: 'CHN RUS --from 2024',
    says: ['Distance of ideal points: CHN and RUS', '80 (2025-26) −0.21 0.38 0.60 0.34 to 0.85'],
  },
  { operation: 'mirror', words: 'CHN RUS --from 2010', says: ['China to Russia: USD bn', '2010 29.6 29.6 39.1 39 33 ×1.32 1.32'] },
  {
    operation: 'votes',
    words: 'CHN RUS --from 2025 --split opposing',
    says: ['154 the same, 29 with one abstaining, 12 yes against no', '2025-12-15 A/RES/80/189 yes no Report of the Human Rights Council'],
  },
  {
    operation: 'ledger',
    words: 'CHN RUS --from 2022',
    says: ['79 items of the ledger, 26 of them against a closer tie', 'met in Beijing on 20 May 2026'],
  },
  {
    operation: 'facts',
    words: 'QAT SAU',
    says: ['22 facts on record, 13 in force on 2026-11-24', 'both in WTO 2005-12-11 in force wto-list'],
  },
  {
    operation: 'figures',
    words: 'KEN TZA',
    says: [
      'years on opposing sides of an armed conflict 0 exact',
      'goods from Kenya to Tanzania USD 490 m 2023 BACI estimated, one report',
    ],
  },
  { operation: 'stakeholders', words: 'CHN RUS', says: ['121 names in the ledger', 'Xi Jinping person CHN 24 2013-03-22 2026-05-20'] },
  { operation: 'world', words: 'CHN --measure blocs --year 2024', says: ['1 Russia (RUS) 7 2 India (IND) 5'] },
  {
    operation: 'changes',
    words: 'RUS',
    says: ['Of 194 pairs of Russia, 1 stands worse in 2026 than in 2024', 'Iran and Russia have been at peace since 2025'],
  },
]

/** What models and forecasts say. */
export const models: readonly Question[] = [
  { operation: 'gravity', words: '--record', says: ['34,535 rows used', 'ln(distance) −0.5197 0.0324 −0.5729 to −0.4664'] },
  {
    operation: 'routes',
    words: 'RUS',
    says: ['Kazakhstan (EUR 3.86 bn), Kyrgyzstan (EUR 1.58 bn)', 'from EUR 84.2 bn a year in 2017 to 2021 to EUR 46.6 bn'],
  },
  {
    operation: 'measure gravity',
    words: 'Kenya Tanzania',
    says: ['Kenya and Tanzania traded 2.2 times what gravity expects of them: USD 777 m against USD 362 m'],
  },
  {
    operation: 'measure product-dependence',
    words: '@BACI_HS17_Y2021_V202401.csv @country_codes_V202401.csv',
    says: ['2021 DEU CHN USD 60,000 100 100 1 1 (100 %)'],
  },
  {
    operation: 'composite',
    words: 'CHN RUS --weights votes=2,blocs=1,trade=1',
    says: ['(votes 50 %, blocs 25 %, trade 25 %)', '89.8 of 100 (90 % interval 87.4 to 91.6): rank 430 (326 to 601) of the 7,430 pairs'],
  },
  {
    operation: 'communities',
    words: '--year 1950 --resamples 20',
    says: ['Votes of 1950: 5 communities', 'A India, United States, Indonesia and 19 more 22 68 %'],
  },
  {
    operation: 'scenario',
    words: '--preset costinot-rodriguez-clare-2014-us-tariff',
    says: ['A tariff of 40 % of the United States on all imports', 'United States'],
  },
  { operation: 'scenario list', says: ['econpol-2022-allies-russia icio-2022 Allies and Russia: trade costs doubled both ways'] },
  {
    operation: 'scenario liberation-day',
    says: ['welfare of the United States +0.25 %. 87 of the 187 other economies lose', 'Guyana −18.48 −3.88 −22.75 −1.80 −3.67'],
  },
  {
    operation: 'coalition',
    words: 'RUS --members USA,CHN --base baci-2023 --loss 0.5',
    says: ['Russia loses 0.95 % of its real spending (0.46 % to 0.95 %', 'China 0.923 97 % 0.921 −0.925 0.069 %'],
  },
  {
    operation: 'leverage',
    words: 'CHN AUS --base baci-2023',
    says: ['The share that Australia loses is 15.2 times that of China', 'sales of China to Australia 0.026 % (0.013 % to 0.026 %)'],
  },
  {
    operation: 'tariff-war',
    words: 'CAN MEX --each-other',
    says: ['Canada 10.8 % +0.02 % 10.8 % +0.01 %', 'Mexico 9.8 % 0.00 % 9.9 % −0.04 %'],
  },
  {
    operation: 'resilience',
    words: 'AUS --against CHN --base baci-2023',
    says: [
      'Australia loses 2.30 % of its real spending in the first year without preparation and 0.92 % later',
      '50 % 0.45 % 1.62 % 0.67 % 40 %',
    ],
  },
  {
    operation: 'deterrence',
    words: 'AUS --members CHN,USA --others JPN --base baci-2023 --loss 1',
    says: ['Australia loses 2.78 % of its real spending in the first year and 1.10 % later', 'without China 0.51 % 0.19 % 0.03 % 0.01 %'],
  },
  {
    operation: 'outlook',
    words: 'CHN RUS',
    says: [
      'almost certain (96 %) to be at peace and close (warm peace) in 2031',
      'likely (80 %) to lie between 0.15 and 0.85 in session 85',
    ],
  },
  {
    operation: 'outlook history',
    words: 'CHN RUS',
    says: ['distance of ideal points 55 1.69, 1971 0.50, 2025', 'goods from China to Russia 13 USD 29.6 bn, 2010 USD 110 bn, 2023'],
  },
  {
    operation: 'outlook all',
    words: '--state Tonga --horizon 1 --target standing-down',
    says: ['194 forecasts of 194 pairs', 'standing-down 194 194'],
  },
  {
    operation: 'outlook backtest',
    words: '--target ideal-point-distance',
    says: ['1 35 555,363 0.1661 0.12059 0.035 49.6 79.6 89.8 94.8'],
  },
  {
    operation: 'outlook track-record',
    says: ['skill is shown in 27 of 30 tests, with gains of 2 to 13 % (CRPS)', 'those of 80 % held 76 to 85 % of outcomes'],
  },
  { operation: 'outlook due', words: '--all', says: ['No kept outlook can be settled by', 'Digest of the ledger: 4f53cda18c2baa0c'] },
  { operation: 'outlook score', says: ['No kept outlook can be settled by the record to 2026-11-24', 'Not due: 0'] },
  { operation: 'outlook issued', says: ['2019 2026-11-30 6652 966 5618 68', '2019 armed-conflict 400 0.038 0.0389'] },
  {
    operation: 'forecast',
    words: '@nile.csv',
    says: ['flow: Theta, from 10 values, 1951 to 1960', '1961 876.8 827.6 to 925.9 783.3 to 970.2'],
  },
]

/** Texts, names and the record; the three at the end ask the snapshot that `add` makes. */
export const texts: readonly Question[] = [
  {
    operation: 'read',
    words: '@note.txt --date 2024-05-01',
    says: ['Of 2 checkable claims, none is contradicted, 1 is supported and 1 cannot be settled by this record'],
  },
  {
    operation: 'check',
    words: '@claims.jsonl',
    says: ['1 supported, 0 partly, 0 contradicted', 'Finland in North Atlantic Treaty Organization: member since 2023-04-04'],
  },
  {
    operation: 'claims rows',
    words: '@note.txt 2 --date 2024-05-01',
    says: ['2 supported: quantity in trade; bilateral goods trade, total; CHN, RUS; 2023; USD 240 bn', '240110000000'],
  },
  { operation: 'claims due', says: ['No kept forecast has come due by', 'Not due yet: 0'] },
  { operation: 'find', words: '"rus chi"', says: ['RUS CHN Russia, China RUS, China', 'RUS MDA Russia, Moldova RUS, Chisinau'] },
  {
    operation: 'states',
    words: 'Yugoslavia --on 1985',
    says: ['YUG Yugoslavia 345 345 891 1918-12-01 2006-06-04', 'Successors: BIH, HRV, MKD, MNE, SRB, SVN'],
  },
  { operation: 'sources', says: ['alliance-commitments Formal alliance commitments in force since 1946 1,030 1946-01-01 2026-11-24'] },
  {
    operation: 'indicators',
    words: 'goods-trade-flow',
    says: ['goods-trade-flow: Goods trade flow, both reports reconciled', 'free on board'],
  },
  {
    operation: 'catalogue',
    words: 'no-relations',
    says: ['no-relations: no diplomatic relations', 'never established, broken off, suspended'],
  },
  {
    operation: 'methods',
    words: 'kappa',
    says: ["kappa: Cohen's kappa, quadratic weights", 'd_ij = (i − j)²'],
    tool: ['d_ij = (i − j)²', '-0.07758621'],
  },
  {
    operation: 'cite',
    words: '--style bibtex',
    says: ['@software{visavis,', 'title = {Swap lines, payments, missions in space, and restrictions on suppliers}'],
  },
  { operation: 'pull', says: ['visavis pull comext-answers importer=DEU supplier=KAZ', 'fossil fuels that a member of the EU imports'] },
  { operation: 'watch', words: '@conditions.json', says: ['not met: far (CHN, RUS)', '2025: 0.54, not below 0.20'] },
  { operation: 'add', words: 'world-bank-debt @ids_stocks.csv --accept', says: ['world-bank-debt: ids_stocks.csv, added'] },
  { operation: 'diff', says: ['From 2c6c9e7fb7dfd9cb', 'world-bank-debt: ids_stocks.csv'] },
  { operation: 'verify', says: ['whole'] },
]
