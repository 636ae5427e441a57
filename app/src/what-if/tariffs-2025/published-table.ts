/** Welfare of the United States in percent, as Ignatenko and others (2025) print it; see docs/scenarios/liberation-day.md. */
export const publishedIn2025: readonly {
  readonly tariff: 'announced' | 'optimal'
  readonly retaliation: 'none' | 'reciprocal' | 'optimal'
  readonly rebate: 'income-tax' | 'lump-sum'
  readonly welfare: number
}[] = [
  { tariff: 'announced', retaliation: 'none', rebate: 'income-tax', welfare: 1.13 },
  { tariff: 'announced', retaliation: 'none', rebate: 'lump-sum', welfare: -0.01 },
  { tariff: 'optimal', retaliation: 'none', rebate: 'income-tax', welfare: 1.79 },
  { tariff: 'announced', retaliation: 'reciprocal', rebate: 'income-tax', welfare: -0.36 },
  { tariff: 'announced', retaliation: 'optimal', rebate: 'income-tax', welfare: -0.75 },
  { tariff: 'optimal', retaliation: 'optimal', rebate: 'income-tax', welfare: -0.32 },
]
