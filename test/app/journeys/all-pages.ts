import type { Page } from 'playwright-core'

/** A page of the workbench, and what must be visible before it counts as loaded. */
export interface KnownPage {
  readonly name: string
  readonly path: string
  /** What stands on it, with one space for any white space. */
  readonly says: string
  /** What must be done for that. */
  readonly ask?: (page: Page) => Promise<void>
  /** Minimum number of charts. */
  readonly figures: number
  readonly whole: (page: Page) => Promise<void>
}

const standing =
  (...marks: readonly string[]) =>
  async (page: Page): Promise<void> => {
    for (const mark of marks) await page.locator(mark).first().waitFor({ state: 'attached' })
  }

const openSample = (page: Page): Promise<void> => page.getByRole('button', { name: /sample/i }).click()

/** Opens the sample text and waits until it has been read. */
async function sampleRead(page: Page): Promise<void> {
  await openSample(page)
  await standing('[id^="claim-"]')(page)
}

/** Every page once, with a collapsible part opened where it has one. */
export const allPages: readonly KnownPage[] = [
  {
    name: 'first page',
    path: '/',
    says: 'Of 18,915 pairs 34 stand worse and 23 better, by a published rule.',
    figures: 0,
    whole: standing('.find-first input', '.standing-map svg', '.moved li'),
  },
  {
    name: 'pair',
    path: '/dyad/CHN/RUS?domain=trade,alliance&indicator=consultation&who=Gazprom&year=2015#sources',
    says: 'China and Russia have been at peace and close (warm peace) since 2008: the Treaty of Good-Neighborliness',
    figures: 21,
    whole: standing(
      '#time svg',
      '#outlook .fan:last-child svg',
      '#stage svg',
      '#dependence figure',
      '#stakeholders svg',
      '.stakeholders .card',
      '#votes svg',
      '#roll-calls tbody tr',
      '#sources li',
    ),
  },
  {
    name: 'pair of blocs',
    path: '/dyad/RUS/EU#sources',
    says: 'Goods trade was worth USD 253 bn in 2022, the last year on record for all members',
    figures: 4,
    whole: standing('#time svg', '#sources li'),
  },
  {
    name: 'map',
    path: '/world?of=CHN&measure=kappa&year=2024&state=RUS',
    says: 'In 2024: highest North Korea 0.79, Cuba 0.76 and Zimbabwe 0.72; lowest Palau −0.39',
    figures: 2,
    whole: standing('svg.map path.place', 'svg.swarm circle'),
  },
  {
    name: 'groups',
    path: '/world?show=communities&year=1970',
    says: 'Votes of 1970: 3 groups, found in 41 roll calls on whole resolutions.',
    figures: 1,
    whole: standing('svg.map text.halo', 'svg.swarm circle'),
  },
  {
    name: 'read, before',
    path: '/read',
    says: 'Each claim about states that can be checked is tested against the record',
    figures: 0,
    whole: standing('textarea'),
  },
  {
    name: 'read, the sample',
    path: '/read',
    says: 'Of 12 checkable claims, 3 are contradicted, 1 holds only in part, 7 are supported and 1 cannot be settled by this record.',
    figures: 1,
    ask: openSample,
    whole: sampleRead,
  },
  {
    name: 'compare',
    path: '/compare?pairs=CHN-RUS,USA-JPN,USA-IND&domain=diplomacy',
    says: 'China and Russia (closer than 58 % of all pairs of states, 90 % interval 53 to 65 %, but measures disagree)',
    figures: 1,
    whole: standing('article[aria-busy=false] figure svg'),
  },
  {
    name: 'what if',
    path: '/what-if?kind=tariff&by=USA&on=CHN&size=60&base=baci-2023&state=VNM',
    says: 'China would lose 0.14 % and the United States would lose 0.10 % of real spending in the long run.',
    figures: 3,
    whole: standing(
      'article[aria-busy=false] svg.map path.place',
      '.side-by-side figure:nth-child(2) svg',
      '#figure-what-if-diversion-baci-2023 svg',
    ),
  },
  {
    name: 'what if, a pair',
    path: '/what-if?show=pair&a=DEU&b=FRA&base=baci-2023',
    says: 'Germany loses 0.32 % of its real spending and France 0.47 %. The share that France loses is 1.5 times that of Germany',
    figures: 1,
    whole: standing('article[aria-busy=false] figure svg'),
  },
  {
    name: 'what if, a coalition',
    path: '/what-if?show=coalition&target=RUS&members=USA,EU,JPN&base=baci-2023&loss=0.3',
    says: 'Russia loses 0.45 % of its real spending (0.22 % to 0.45 % with other published elasticities)',
    figures: 3,
    whole: standing('#figure-what-if-contributions svg', '#figure-what-if-own-costs svg', '#figure-what-if-frontier svg'),
  },
  {
    name: 'what if, the tariffs of 2025',
    path: '/what-if?show=tariffs-2025&retaliation=reciprocal',
    says: 'In the long run they bring the United States a loss of 0.67 % of real spending and China a loss of 0.68 %',
    figures: 2,
    whole: standing('article[aria-busy=false] svg.map path.place', '.side-by-side figure:nth-child(2) svg'),
  },
  {
    name: 'routes',
    path: '/routes?goods=chpl&hub=KGZ',
    says: 'Exports to Armenia, Kazakhstan and Kyrgyzstan rose by EUR 147 m, 9.0 % of the fall to Russia',
    figures: 4,
    whole: standing('article[aria-busy=false] figure svg.flow', '.routes-products tbody tr'),
  },
  {
    name: 'track record',
    path: '/track-record?of=goods-flow&ahead=10',
    says: 'skill is shown in 27 of 30 tests, with gains of 2 to 13 % (CRPS)',
    figures: 4,
    whole: standing(
      '#figure-track-record-votes svg',
      '#figure-track-record-by-year-goods-flow svg',
      '.issued-by-project .issued',
      '.kept-here .nothing-issued',
    ),
  },
  {
    name: 'data',
    path: '/data',
    says: 'The figures rest on 55 sources with 1,500,869 rows.',
    figures: 1,
    whole: standing('table tbody tr', 'figure svg rect'),
  },
  {
    name: 'a source',
    path: '/data/un-votes',
    says: '6,203 rows of roll calls · 1946 to 2020',
    figures: 1,
    whole: standing('h1', 'dl, table', 'figure svg rect'),
  },
  {
    name: 'method',
    path: '/method',
    says: '52 measures, checked against 220 numbers that others published or that came true later.',
    figures: 0,
    whole: standing('h1', 'dl.methods dt'),
  },
  {
    name: 'a measure',
    path: '/method/kappa',
    says: 'yes against no counts four times an abstention against either',
    figures: 1,
    whole: standing('math', 'table.reproduced tbody tr', 'figure svg'),
  },
]
