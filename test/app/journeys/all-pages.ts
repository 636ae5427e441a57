import type { Page } from 'playwright-core'

/** A page of the workbench, and what must be visible before it counts as loaded. */
export interface KnownPage {
  readonly name: string
  readonly path: string
  /** Minimum number of charts. */
  readonly figures: number
  readonly whole: (page: Page) => Promise<void>
}

const standing =
  (...marks: readonly string[]) =>
  async (page: Page): Promise<void> => {
    for (const mark of marks) await page.locator(mark).first().waitFor({ state: 'attached' })
  }

/** Opens the sample text and waits until it has been read. */
async function sampleRead(page: Page): Promise<void> {
  await page.getByRole('button', { name: /sample/i }).click()
  await standing('[id^="claim-"]')(page)
}

/** Every page once, with a collapsible part opened where it has one. */
export const allPages: readonly KnownPage[] = [
  { name: 'first page', path: '/', figures: 0, whole: standing('.find-first input', '.standing-map svg', '.moved li') },
  {
    name: 'pair',
    path: '/dyad/CHN/RUS?domain=trade,alliance&indicator=consultation&who=Gazprom&year=2015#sources',
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
  { name: 'pair of blocs', path: '/dyad/RUS/EU#sources', figures: 4, whole: standing('#time svg', '#sources li') },
  {
    name: 'map',
    path: '/world?of=CHN&measure=kappa&year=2024&state=RUS',
    figures: 2,
    whole: standing('svg.map path.place', 'svg.swarm circle'),
  },
  { name: 'groups', path: '/world?show=communities&year=1970', figures: 1, whole: standing('svg.map text.halo', 'svg.swarm circle') },
  { name: 'read, before', path: '/read', figures: 0, whole: standing('textarea') },
  { name: 'read, the sample', path: '/read', figures: 1, whole: sampleRead },
  {
    name: 'compare',
    path: '/compare?pairs=CHN-RUS,USA-JPN,USA-IND&domain=diplomacy',
    figures: 1,
    whole: standing('article[aria-busy=false] figure svg'),
  },
  {
    name: 'what if',
    path: '/what-if?kind=tariff&by=USA&on=CHN&size=60&base=baci-2023&state=VNM',
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
    figures: 1,
    whole: standing('article[aria-busy=false] figure svg'),
  },
  {
    name: 'what if, a coalition',
    path: '/what-if?show=coalition&target=RUS&members=USA,EU,JPN&base=baci-2023&loss=0.3',
    figures: 3,
    whole: standing('#figure-what-if-contributions svg', '#figure-what-if-own-costs svg', '#figure-what-if-frontier svg'),
  },
  {
    name: 'what if, the tariffs of 2025',
    path: '/what-if?show=tariffs-2025&retaliation=reciprocal',
    figures: 2,
    whole: standing('article[aria-busy=false] svg.map path.place', '.side-by-side figure:nth-child(2) svg'),
  },
  {
    name: 'routes',
    path: '/routes?goods=chpl&hub=KGZ',
    figures: 4,
    whole: standing('article[aria-busy=false] figure svg.flow', '.routes-products tbody tr'),
  },
  {
    name: 'track record',
    path: '/track-record?of=goods-flow&ahead=10',
    figures: 4,
    whole: standing(
      '#figure-track-record-votes svg',
      '#figure-track-record-by-year-goods-flow svg',
      '.issued-by-project .issued',
      '.kept-here .nothing-issued',
    ),
  },
  { name: 'data', path: '/data', figures: 1, whole: standing('table tbody tr', 'figure svg rect') },
  { name: 'a source', path: '/data/un-votes', figures: 1, whole: standing('h1', 'dl, table', 'figure svg rect') },
  { name: 'method', path: '/method', figures: 0, whole: standing('h1', 'dl.methods dt') },
  { name: 'a measure', path: '/method/kappa', figures: 1, whole: standing('math', 'table.reproduced tbody tr', 'figure svg') },
]
