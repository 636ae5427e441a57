import type { GoodsList } from '../goods/goods-list.ts'
import { monthsBefore } from '../windows/month-window.ts'
import type { Needs } from './routes-answer.ts'
import { usualControls } from './usual-hubs.ts'

const firstCodes = ['854231', '854232', '854233', '854239']

interface NeedsOf {
  readonly target: string
  readonly hub: string
  readonly list: GoodsList
  /** First treated month. */
  readonly since: string
}

/** Returns the commands that bring what ghost share, echo and unit values of a hub are made from. */
export function hubNeeds({
  target,
  hub,
  list,
  since,
}: NeedsOf): Readonly<Record<'ghost_share' | 'echo' | 'unit_value' | 'mirror_residual', string>> {
  const codes = [...new Set((list.codes ?? []).map(({ code }) => code.slice(0, 6)).filter(({ length }) => length === 6))].slice(0, 4)
  const commodity = `commodity=${(codes.length > 0 ? codes : firstCodes).join(',')}`
  const period = `period=${monthNumber(since)}:${since.slice(0, 4)}12`
  const pull = (reporter: string, partner: string): string =>
    `visavis pull comtrade reporter=${reporter} partner=${partner} ${period} ${commodity}`
  return {
    ghost_share: `reports of both sides by product and month: ${pull(hub, 'DEU')} and ${pull('DEU', hub)}, and so for each exporter and product`,
    echo: `what ${hub} sends on, from a year earlier on: ${pull(hub, target)}, and what arrives: ${pull('DEU', hub)}`,
    unit_value: `weights by product for the hub and the controls: visavis pull comext-products partner=${[hub, target, ...usualControls].join(',')} product=${(codes.length > 0 ? codes : firstCodes).join(',')} from=${monthsBefore(since, 12)} to=${since.slice(0, 4)}-12`,
    mirror_residual:
      'reports of both sides for some fifty partners with distance and GDP: visavis pull comtrade for each, visavis add geodist FILE...',
  }
}

const monthNumber = (month: string): string => month.replace('-', '')

/** Civilian goods that no list has: food, furniture, toys, clothes, ceramics, paper. */
const civilianCodes = ['19053199', '20098999', '94036090', '95030099', '61091000', '69120023', '48182010']

/** Returns what the answer as a whole lacks. */
export function answerNeeds(
  target: string,
  scope: 'products' | 'all goods',
  hasControlsByProduct: boolean,
  hasPlaceboGoods: boolean,
): Needs {
  return {
    ...(scope === 'products'
      ? {}
      : {
          products:
            target === 'RUS'
              ? 'goods under EU export sanctions by product and month, to November 2022: visavis routes RUS --goods sanctioned. Other goods, partners and months: visavis add comext-products FILE...'
              : 'exports by product, partner and month: visavis add comext-products FILE... (visavis sources comext-products says where from). Until then the answer is on all goods by year.',
        }),
    ...(hasControlsByProduct
      ? {}
      : {
          controls_by_product:
            'the same products sold to control states (USA, BRA, IND, ZAF, EGY, MAR, SRB): visavis pull comext-products partner=USA,BRA,IND,ZAF,EGY,MAR,SRB with the hubs, the target and the codes of the list. Until then every product is held against the growth of all goods to them.',
        }),
    ...(hasPlaceboGoods
      ? {}
      : {
          placebo_goods: `twenty or more civilian goods outside the lists, at the same hubs and the target, beside the goods of the list: visavis pull comext-products partner=HUBS,${target} product=${civilianCodes.join(',')},... from=2020-01 to=2022-12`,
        }),
  }
}
