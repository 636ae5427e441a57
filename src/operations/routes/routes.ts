import type { RoutesAnswer, RoutesQuestion } from '../../evasion/index.ts'
import type { Context, Format, Input, Operation } from '../request/operation.ts'
import { recordParameters } from '../request/record-parameters.ts'
import { cutNote } from '../request/table-limits.ts'
import type { CitedRoutes } from './cited-routes.ts'

/** Through whom do goods under a ban go? */
export const routesOperation: Operation = {
  name: 'routes',
  summary: 'through whom goods may go round an export ban: hubs, products, placebos',
  description:
    'Compares exports of the EU to a state under sanctions with those to possible hubs, before and after a date: what direct exports fell, what rose at each hub beyond the growth of control states, ' +
    'for which products, and how often as much rises where nothing is rerouted. Four methods side by side. A finding is "consistent with rerouting", never proof; "no finding" is an answer too. ' +
    'The bundled data are all goods by year to every partner, and goods under EU export sanctions by product and month to Russia and six neighbours; more: visavis add comext-products.',
  parameters: [
    { name: 'target', kind: 'text', positional: true, required: true, help: 'the state under sanctions: RUS, Iran …' },
    {
      name: 'goods',
      kind: 'text',
      most: 4096,
      default: 'all',
      file: true,
      words: ['all', 'sanctioned', 'chpl'],
      help: 'all, sanctioned (goods under EU export sanctions), chpl (the Common High Priority List), or a file with a code a line',
    },
    { name: 'hubs', kind: 'text', most: 1000, help: 'states to look at, with commas between: KAZ,KGZ (default: those that studies name)' },
    { name: 'controls', kind: 'text', most: 1000, help: 'states whose growth is expected of a hub (default: USA,BRA,IND,ZAF,EGY,MAR,SRB)' },
    { name: 'since', kind: 'day', help: 'first month of the ban (default: that of the EU’s measures on the target, from the record)' },
    {
      name: 'until',
      kind: 'day',
      help: 'last month that is looked at: --since 2021-03 --until 2021-11 tries a date at which nothing happened',
    },
    { name: 'limit', kind: 'integer', inTables: 10, least: 0, most: 1_000_000, help: 'products shown (10 in a table; else all)' },
    ...recordParameters,
  ],
  formats: ['table', 'json', 'csv', 'md'],
  examples: [
    'visavis routes RUS',
    'visavis routes RUS --goods sanctioned',
    'visavis routes RUS --goods chpl --hubs KAZ,KGZ,ARM',
    'visavis routes Iran --since 2018-11 --hubs ARE,TUR,IRQ',
    'visavis routes RUS --format csv -o routes.csv',
  ],
  load: async () => {
    const [{ routesSchema }, reports] = await Promise.all([import('./routes-schema.ts'), import('../../reports/routes/routes.ts')])
    return {
      output: routesSchema,
      run,
      show: { table: reports.routesText, csv: reports.routesCsv, md: reports.routesMarkdown },
      notes: ({ products, products_total: total }: RoutesAnswer, format: Format) => cutNote('products', products.length, total, format),
      next: ({ target, hubs, goods }: RoutesAnswer) => [
        ...(goods.scope === 'products' ? [] : ['visavis sources comext-products   where exports by product come from']),
        ...(hubs[0] === undefined ? [] : [`visavis mirror EU ${hubs[0].iso3}   both sides’ reports of all goods`]),
        `visavis routes ${target.id} --format json   every product, method and placebo`,
      ],
    }
  },
}

async function run(input: Input, context: Context): Promise<CitedRoutes> {
  const [{ routes }, { withRecord }, { citedRoutes }] = await Promise.all([
    import('../../evasion/index.ts'),
    import('../storage/record.ts'),
    import('./cited-routes.ts'),
  ])
  const request = await requestOf(input, context)
  return withRecord(input, context, async (snapshot) => citedRoutes(await routes(request, snapshot), snapshot))
}

async function requestOf(input: Input, context: Context): Promise<RoutesQuestion> {
  const [{ stateNamed }, { VisavisError }] = await Promise.all([import('../request/parties.ts'), import('../../errors.ts')])
  const since = input['since'] === undefined ? undefined : monthOf(input['since'] as string)
  if (since !== undefined && since > context.today.slice(0, 7)) {
    throw new VisavisError('BadDate', `--since ${input['since']} lies in the future (today is ${context.today})`, {
      hint: '--since 2022-03',
    })
  }
  const until = input['until'] === undefined ? undefined : lastMonthOf(input['until'] as string)
  if (until !== undefined && since !== undefined && until < since)
    throw new VisavisError('BadDate', `--until ${input['until']} lies before --since ${input['since']}`)
  const day = since === undefined ? context.today : `${since}-01`
  const listed = (name: string): string[] | undefined => {
    const text = input[name] as string | undefined
    const names = text?.split(',').flatMap((one) => (one.trim() === '' ? [] : [stateNamed(one.trim(), day).iso3]))
    if (names?.length === 0) throw new VisavisError('Usage', `--${name} names no state`, { hint: `--${name} KAZ,KGZ` })
    return names === undefined ? undefined : [...new Set(names)]
  }
  return {
    target: stateNamed(input['target'] as string, day).iso3,
    goods: await goodsOf(input['goods'] as string),
    ...{ hubs: listed('hubs'), controls: listed('controls'), since, until, limit: input['limit'] as number | undefined },
  }
}

/** A year means its January. */
const monthOf = (day: string): string => (day.length === 4 ? `${day}-01` : day.slice(0, 7))

/** A year as an end means its December. */
const lastMonthOf = (day: string): string => (day.length === 4 ? `${day}-12` : day.slice(0, 7))

async function goodsOf(goods: string): Promise<RoutesQuestion['goods']> {
  const { allGoods, goodsListOf, highPriorityList, restrictedGoodsList } = await import('../../evasion/index.ts')
  if (goods === 'all') return allGoods
  if (goods === 'chpl') return highPriorityList
  if (goods === 'sanctioned') return restrictedGoodsList()
  const [{ readFile, stat }, { basename }, { VisavisError }] = await Promise.all([
    import('node:fs/promises'),
    import('node:path'),
    import('../../errors.ts'),
  ])
  const hint = '--goods all, --goods sanctioned, --goods chpl, or a file with one code a line'
  const size = await stat(goods).then(
    (found) => (found.isFile() ? found.size : -1),
    () => -1,
  )
  if (size < 0) throw new VisavisError('BadInput', `"${goods}" is neither a list known here nor a file that can be read`, { hint })
  if (size > 4e6)
    throw new VisavisError('TooLarge', `${basename(goods)} has ${(size / 1e6).toFixed(0)} MB; a list of codes has less than 4`, { hint })
  return goodsListOf(await readFile(goods, 'utf8'), basename(goods))
}
