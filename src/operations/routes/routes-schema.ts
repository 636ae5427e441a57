import { type ZodType, z } from 'zod'
import { untrustedText } from '../schemas/untrusted-text.ts'

const needs = z.record(z.string(), z.string()).describe('what is null, and how to get what it needs')

const interval = { value: z.number(), low90: z.number(), high90: z.number() }
const q = z.number().nullable().describe('least false-discovery rate at which it is a finding; null where none was computed')
const finding = z.strictObject({ ...interval, q })

const amounts = { pre: z.number(), post: z.number() }

const methods = z.strictObject({
  did: z
    .strictObject({
      effect: z.number().describe('0.3 is 30 % above the controls'),
      log: z.number(),
      error: z.number().describe('clustered by state'),
      permutation_p: z.number(),
      controls: z.array(z.string()),
      error_is_meaningful: z.boolean().describe('false with one treated state'),
    })
    .nullable(),
  event_study: z.array(
    z.strictObject({
      ...{ year: z.int(), log: z.number(), error: z.number() },
      placebo_low: z.number().describe('middle nine tenths at placebo states of similar size'),
      placebo_high: z.number(),
    }),
  ),
  pretrend: z.number().nullable().describe('largest difference before over the mean after; 1 or more: the past moved as much'),
  synthetic_control: z
    .strictObject({
      effect: z.number(),
      log: z.number(),
      low90: z.number(),
      high90: z.number(),
      rank: z.int().describe('among placebo states, by gap after over gap before'),
      of: z.int(),
      p: z.number(),
      q: z.number(),
      weights: z.array(z.strictObject({ iso3: z.string(), weight: z.number() })),
      in_time: z.strictObject({ year: z.int(), effect: z.number() }).nullable().describe('of a date at which nothing happened'),
    })
    .nullable(),
  specifications: z
    .strictObject({ count: z.int(), low: z.number(), median: z.number(), high: z.number(), above_zero: z.int() })
    .nullable()
    .describe('effects by other controls and years'),
  mirror_residual: z.null(),
})

const hub = z.strictObject({
  iso3: z.string(),
  name: z.string(),
  ...amounts,
  near_zero_base: z.boolean(),
  growth: z.number().nullable(),
  expected_growth: z.number(),
  excess: finding.nullable(),
  detectable: z
    .number()
    .nullable()
    .describe('least reroute by this hub that would be found in nine of ten cases, EUR; a smaller one may not show'),
  substitution: z.strictObject({ ...interval, q, raw: z.number().nullable().describe('plain rise over plain fall') }).nullable(),
  ghost_share: finding.nullable(),
  echo: finding.nullable(),
  unit_value: finding.nullable(),
  products_found: z
    .strictObject({
      ...{ found: z.int(), tested: z.int(), excess: z.number() },
      trend: z.number().describe('growth of the hub over controls in products that the target hardly lost; taken off first'),
    })
    .nullable(),
  methods,
  reports: z
    .strictObject({
      years: z.array(
        z.strictObject({
          year: z.int(),
          exported: z.number().nullable().describe('EU to hub by the EU, USD'),
          arrived: z.number().nullable().describe('EU to hub by the hub'),
          onward: z.number().nullable().describe('hub to target by the hub'),
          onward_by_target: z.number().nullable(),
        }),
      ),
      not_arrived: z
        .strictObject({ from: z.int(), to: z.int(), exported: z.number(), arrived: z.number(), share: z.number() })
        .nullable()
        .describe('share of additional EU exports that the hub does not report as imports from the EU, less freight'),
      sources: z.array(z.string()),
    })
    .nullable()
    .describe('both sides’ reports of all goods by year, USD'),
  verdict: z.enum(['consistent with rerouting', 'no finding', 'unknown']).describe('unknown: the data have nothing of the hub'),
  needs,
})

const keptOut = z.enum(['began', 'ended', 'not comparable']).nullable()

const product = z.strictObject({
  product: z.string(),
  name: z.string().nullable(),
  tier: z.string().nullable().describe('of the Common High Priority List'),
  target_pre: z.number(),
  target_post: z.number(),
  ratio: z.number().describe("the hubs' rise over the fall to the target, raw"),
  kept_out: keptOut.describe('why it is in no figure net of controls'),
  hubs: z.array(
    z.strictObject({
      iso3: z.string(),
      ...amounts,
      excess: z.number(),
      low90: z.number(),
      high90: z.number(),
      p: z.number(),
      q: z.number(),
      near_zero_base: z.boolean(),
    }),
  ),
})

const hubAmounts = z.strictObject({ iso3: z.string(), ...amounts })

const supplier = { iso3: z.string(), name: z.string() }

const otherSuppliers = z
  .strictObject({
    semiconductors: z
      .strictObject({
        ...{ source: z.string(), year: z.int(), unit: z.literal('USD'), total: z.number() },
        states: z.array(
          z.strictObject({
            ...supplier,
            ...{ value: z.number(), share: z.number().describe('of all that the target buys') },
            share_elsewhere: z.number().describe('of all that other states buy'),
          }),
        ),
      })
      .nullable()
      .describe('one year, so a level and no growth'),
    electronics: z
      .strictObject({
        ...{ source: z.string(), pre_year: z.int(), post_year: z.int(), unit: z.literal('USD') },
        states: z.array(
          z.strictObject({
            ...supplier,
            ...amounts,
            ...{ growth: z.number(), expected_growth: z.number().describe('of the same seller’s other markets'), excess: z.number() },
            ...{ rank: z.int().describe('among the seller’s markets of similar size, by growth'), of: z.int() },
          }),
        ),
        check: z
          .strictObject({ members_growth: z.number(), customs_growth: z.number(), is_usable: z.boolean() })
          .nullable()
          .describe(
            'growth of the EU members’ own sales to the target in these tables and by customs; tables that miss the ban are not usable',
          ),
      })
      .nullable(),
  })
  .describe('what states outside the EU sell to the target, in two groups of goods')

/** The published form of `visavis routes --json`. */
export const routesSchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  target: z.strictObject({ id: z.string(), name: z.string() }),
  goods: z.strictObject({
    list: untrustedText('cell'),
    title: untrustedText('cell'),
    scope: z.enum(['products', 'all goods']),
    products: z.int(),
  }),
  unit: z.literal('EUR'),
  window: z.strictObject({
    since: z.string(),
    since_measure: untrustedText('cell').nullable().describe('measure from which the date follows; null if it was asked for'),
    basis: z.enum(['months', 'years']),
    post: z.array(z.string()),
    pre: z.array(z.string()),
    per: z.enum(['window', 'year']).describe('whether amounts are sums over the window, or means a year'),
  }),
  direct: z.strictObject({ ...amounts, fall: z.number(), missing: z.number().describe('had the target grown like the controls') }),
  together: z
    .strictObject({
      hubs: z.array(z.string()),
      rise: z.number(),
      excess: finding,
      raw: z.number().nullable(),
      net: finding.nullable(),
      not_arrived: z
        .strictObject({ hubs: z.array(z.string()), share: z.number() })
        .nullable()
        .describe('all goods by year, both sides’ reports'),
    })
    .nullable(),
  codes: z
    .strictObject({
      fell: z.int(),
      over_half: z.int(),
      over_whole: z.int(),
      weighted: z.number(),
      kept_out: z.strictObject({ began: z.int(), ended: z.int(), not_comparable: z.int(), share_of_fall: z.number() }),
    })
    .nullable(),
  hubs: z.array(hub),
  products: z.array(product),
  products_total: z.int(),
  tiers: z.array(
    z.strictObject({
      tier: z.string(),
      codes: z.int(),
      with_data: z.int(),
      target_pre: z.number(),
      target_post: z.number(),
      hubs: z.array(hubAmounts),
    }),
  ),
  other_suppliers: otherSuppliers,
  placebo: z.strictObject({
    rate: z.number().describe('false-discovery rate at which something counts as found'),
    states: z.int(),
    space: z.array(z.strictObject({ iso3: z.string(), rank: z.int(), of: z.int(), p: z.number() })),
    cells: z
      .strictObject({ count: z.int(), kind: z.enum(['dates', 'dates and control states']), tested: z.int(), found: z.int() })
      .nullable(),
    goods: z
      .strictObject({
        ...{ goods: z.int(), bound: z.number() },
        hubs: z.array(
          z.strictObject({
            iso3: z.string(),
            ...amounts,
            expected: z.number().describe('by the growth of controls'),
            ...{ tested: z.int(), rose: z.int().describe('at a p-value up to the bound: so large a share rises by chance') },
          }),
        ),
      })
      .nullable()
      .describe('civilian goods outside every list, at the same hubs'),
    needs,
  }),
  published: z.array(z.strictObject({ source: z.string(), figure: z.string(), difference: z.string() })),
  needs,
  snapshot: z.strictObject({ id: z.string(), created: z.string() }),
  sources: z.array(z.strictObject({ source: z.string(), vintage: untrustedText('cell') })),
  cited_sources: z
    .array(z.strictObject({ id: z.string(), title: z.string(), citation: z.string(), vintage: z.string() }))
    .describe('the same with citations, and those of both sides’ reports'),
  notes: z.array(untrustedText()),
})
