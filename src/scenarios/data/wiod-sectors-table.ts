/**
 * The 31 sectors of Costinot and Rodríguez-Clare (2014) in the industries of the World Input-Output Database, with the elasticities of their table: those of
 * Caliendo and Parro (2015) for goods, 5 for services.
 */
export const wiodSectors: readonly {
  readonly code: string
  readonly name: string
  readonly industries: string
  readonly elasticity: number
}[] = [
  { code: 's01', name: 'Farming, forestry and fishing', industries: 'c1', elasticity: 8.11 },
  { code: 's02', name: 'Mining', industries: 'c2', elasticity: 15.72 },
  { code: 's03', name: 'Food, drinks and tobacco', industries: 'c3', elasticity: 2.55 },
  { code: 's04', name: 'Textiles and leather', industries: 'c4 c5', elasticity: 5.56 },
  { code: 's05', name: 'Wood', industries: 'c6', elasticity: 10.83 },
  { code: 's06', name: 'Paper and printing', industries: 'c7', elasticity: 9.07 },
  { code: 's07', name: 'Refined fuels', industries: 'c8', elasticity: 51.08 },
  { code: 's08', name: 'Chemicals', industries: 'c9', elasticity: 4.75 },
  { code: 's09', name: 'Rubber and plastics', industries: 'c10', elasticity: 1.66 },
  { code: 's10', name: 'Stone, glass and cement', industries: 'c11', elasticity: 2.76 },
  { code: 's11', name: 'Metals', industries: 'c12', elasticity: 7.99 },
  { code: 's12', name: 'Machinery', industries: 'c13', elasticity: 1.52 },
  { code: 's13', name: 'Electrical and optical equipment', industries: 'c14', elasticity: 10.6 },
  { code: 's14', name: 'Transport equipment', industries: 'c15', elasticity: 0.37 },
  { code: 's15', name: 'Other manufacturing and recycling', industries: 'c16', elasticity: 5 },
  { code: 's16', name: 'Electricity, gas and water', industries: 'c17', elasticity: 5 },
  { code: 's17', name: 'Construction', industries: 'c18', elasticity: 5 },
  { code: 's18', name: 'Sale of vehicles and wholesale', industries: 'c19 c20', elasticity: 5 },
  { code: 's19', name: 'Retail', industries: 'c21', elasticity: 5 },
  { code: 's20', name: 'Hotels and restaurants', industries: 'c22', elasticity: 5 },
  { code: 's21', name: 'Land transport', industries: 'c23', elasticity: 5 },
  { code: 's22', name: 'Water transport', industries: 'c24', elasticity: 5 },
  { code: 's23', name: 'Air transport', industries: 'c25', elasticity: 5 },
  { code: 's24', name: 'Services of transport', industries: 'c26', elasticity: 5 },
  { code: 's25', name: 'Post and telecommunications', industries: 'c27', elasticity: 5 },
  { code: 's26', name: 'Finance', industries: 'c28', elasticity: 5 },
  { code: 's27', name: 'Real estate', industries: 'c29', elasticity: 5 },
  { code: 's28', name: 'Renting and business services', industries: 'c30', elasticity: 5 },
  { code: 's29', name: 'Education', industries: 'c32', elasticity: 5 },
  { code: 's30', name: 'Health', industries: 'c33', elasticity: 5 },
  { code: 's31', name: 'Public and other services', industries: 'c31 c34 c35', elasticity: 5 },
]
