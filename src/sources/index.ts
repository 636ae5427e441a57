import type { SourceCard } from '../store/source-card.ts'
import { card as sipriMilex } from './arms/sipri-milex.ts'
import { card as sipriRegister } from './arms/sipri-register.ts'
import { card as sipriTivTable } from './arms/sipri-tiv-table.ts'
import { card as armeniaCustoms } from './customs/armenia-customs.ts'
import { card as chinaCustoms } from './customs/china-customs.ts'
import { card as georgiaCustoms } from './customs/georgia-customs.ts'
import { card as kazakhstanCustoms } from './customs/kazakhstan-customs.ts'
import { card as kyrgyzstanCustoms } from './customs/kyrgyzstan-customs.ts'
import { card as russianCustoms } from './customs/russian-customs.ts'
import { card as ukOns } from './customs/uk-ons.ts'
import { card as usaCensus } from './customs/usa-census.ts'
import { card as uzbekistanCustoms } from './customs/uzbekistan-customs.ts'
import { card as comextFossil } from './energy/comext-fossil.ts'
import { card as creaFossil } from './energy/crea-fossil.ts'
import { card as creaTracker } from './energy/crea-tracker.ts'
import { card as eurostatEnergy } from './energy/eurostat-energy.ts'
import { card as aiddataFinance } from './finance/aiddata-finance.ts'
import { card as chinaDeals } from './finance/china-deals.ts'
import { card as gdpEstimates } from './finance/gdp-estimates.ts'
import { card as kielTables } from './finance/kiel-tables.ts'
import { card as kielWorkbook } from './finance/kiel-workbook.ts'
import { card as worldBank } from './finance/world-bank.ts'
import { card as worldBankGrowth } from './finance/world-bank-growth.ts'
import { card as aiddataDiplomacy } from './politics/aiddata-diplomacy.ts'
import { card as atop } from './politics/atop.ts'
import { card as chinaVitae } from './politics/china-vitae.ts'
import { card as cowContiguity } from './politics/cow-contiguity.ts'
import { card as cowIgo } from './politics/cow-igo.ts'
import { card as cowNmc } from './politics/cow-nmc.ts'
import { card as regimes } from './politics/democracy-scores.ts'
import { card as eusanct } from './politics/eusanct.ts'
import { card as gdelt } from './politics/gdelt.ts'
import { card as gdeltGkg } from './politics/gdelt-gkg.ts'
import { card as gdeltNormalisation } from './politics/gdelt-normalisation.ts'
import { card as geodist } from './politics/geodist.ts'
import { card as gsdb } from './politics/gsdb.ts'
import { card as icews } from './politics/icews.ts'
import { card as russiaExercises } from './politics/russia-exercises.ts'
import { card as surplusProduct } from './politics/surplus-product.ts'
import { card as allianceCommitments } from './reviewed-tables/alliance-commitments.ts'
import { card as blocMemberships } from './reviewed-tables/bloc-memberships.ts'
import { card as citedFigures } from './reviewed-tables/cited-figures.ts'
import { card as citedRollCalls } from './reviewed-tables/cited-roll-calls.ts'
import { card as datedRelations } from './reviewed-tables/dated-relations.ts'
import { card as sanctionsRegimes } from './reviewed-tables/sanctions-regimes.ts'
import { card as visavisIdealPoints } from './reviewed-tables/visavis-ideal-points.ts'
import { card as visavisSpeeches } from './reviewed-tables/visavis-speeches.ts'
import { card as baci } from './trade/baci.ts'
import { card as baci2023 } from './trade/baci-2023.ts'
import { card as baciPairs } from './trade/baci-pairs.ts'
import { card as baciYear } from './trade/baci-year.ts'
import { card as comext } from './trade/comext.ts'
import { card as comextSanctioned } from './trade/comext-sanctioned.ts'
import { card as comtrade } from './trade/comtrade.ts'
import { card as cowTrade } from './trade/cow-trade.ts'
import { card as imfDots } from './trade/imf-dots.ts'
import { card as imfDotsWorld } from './trade/imf-dots-world.ts'
import { card as imfImts } from './trade/imf-imts.ts'
import { card as imfImts2025 } from './trade/imf-imts-2025.ts'
import { card as wiod } from './trade/wiod.ts'
import { card as digitalLibrary } from './un/assembly/un-digital-library.ts'
import { card as unResolutions } from './un/assembly/un-ga-dgacm.ts'
import { card as unVotes } from './un/assembly/un-ga-unvotes.ts'
import { card as idealPoints } from './un/assembly/un-ideal-points.ts'
import { card as securityCouncilVetoes } from './un/council/security-council-vetoes.ts'
import { card as scMeetings } from './un/council/un-sc-meetings.ts'
import { card as scVetoes } from './un/council/un-sc-vetoes.ts'
import { card as scVetoesCoded } from './un/council/un-sc-vetoes-coded.ts'
import { card as generalDebate } from './un/speeches/un-general-debate.ts'

/** The card of every source this edition can read. */
export const sourceCards: readonly SourceCard[] = [
  aiddataDiplomacy,
  aiddataFinance,
  allianceCommitments,
  armeniaCustoms,
  atop,
  baci,
  baci2023,
  baciPairs,
  baciYear,
  blocMemberships,
  chinaCustoms,
  chinaDeals,
  chinaVitae,
  citedFigures,
  citedRollCalls,
  comext,
  comextFossil,
  comextSanctioned,
  comtrade,
  cowContiguity,
  cowIgo,
  cowNmc,
  cowTrade,
  creaFossil,
  creaTracker,
  datedRelations,
  unResolutions,
  digitalLibrary,
  eurostatEnergy,
  eusanct,
  gdelt,
  gdeltGkg,
  gdeltNormalisation,
  gdpEstimates,
  generalDebate,
  geodist,
  georgiaCustoms,
  gsdb,
  icews,
  idealPoints,
  imfDots,
  imfDotsWorld,
  imfImts,
  imfImts2025,
  kazakhstanCustoms,
  kielTables,
  kielWorkbook,
  kyrgyzstanCustoms,
  regimes,
  russiaExercises,
  russianCustoms,
  sanctionsRegimes,
  scMeetings,
  scVetoes,
  scVetoesCoded,
  securityCouncilVetoes,
  sipriMilex,
  sipriRegister,
  sipriTivTable,
  surplusProduct,
  ukOns,
  unVotes,
  usaCensus,
  uzbekistanCustoms,
  visavisIdealPoints,
  visavisSpeeches,
  wiod,
  worldBank,
  worldBankGrowth,
]
