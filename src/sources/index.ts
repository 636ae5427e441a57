import type { SourceCard } from '../store/source-card.ts'
import { card as aiddataDiplomacy } from './aiddata-diplomacy.ts'
import { card as aiddataFinance } from './aiddata-finance.ts'
import { card as allianceCommitments } from './alliance-commitments.ts'
import { card as armeniaCustoms } from './armenia-customs.ts'
import { card as atop } from './atop.ts'
import { card as baci } from './baci.ts'
import { card as baci2023 } from './baci-2023.ts'
import { card as baciPairs } from './baci-pairs.ts'
import { card as baciYear } from './baci-year.ts'
import { card as blocMemberships } from './bloc-memberships.ts'
import { card as chinaCustoms } from './china-customs.ts'
import { card as chinaDeals } from './china-deals.ts'
import { card as chinaVitae } from './china-vitae.ts'
import { card as citedFigures } from './cited-figures.ts'
import { card as citedRollCalls } from './cited-roll-calls.ts'
import { card as comext } from './comext.ts'
import { card as comextFossil } from './comext-fossil.ts'
import { card as comextSanctioned } from './comext-sanctioned.ts'
import { card as comtrade } from './comtrade.ts'
import { card as cowContiguity } from './cow-contiguity.ts'
import { card as cowIgo } from './cow-igo.ts'
import { card as cowNmc } from './cow-nmc.ts'
import { card as cowTrade } from './cow-trade.ts'
import { card as creaFossil } from './crea-fossil.ts'
import { card as creaTracker } from './crea-tracker.ts'
import { card as datedRelations } from './dated-relations.ts'
import { card as eurostatEnergy } from './eurostat-energy.ts'
import { card as eusanct } from './eusanct.ts'
import { card as gdelt } from './gdelt.ts'
import { card as gdeltGkg } from './gdelt-gkg.ts'
import { card as gdeltNormalisation } from './gdelt-normalisation.ts'
import { card as gdpEstimates } from './gdp-estimates.ts'
import { card as geodist } from './geodist.ts'
import { card as georgiaCustoms } from './georgia-customs.ts'
import { card as gsdb } from './gsdb.ts'
import { card as icews } from './icews.ts'
import { card as imfDots } from './imf-dots.ts'
import { card as imfDotsWorld } from './imf-dots-world.ts'
import { card as imfImts } from './imf-imts.ts'
import { card as imfImts2025 } from './imf-imts-2025.ts'
import { card as kazakhstanCustoms } from './kazakhstan-customs.ts'
import { card as kielTables } from './kiel-tables.ts'
import { card as kielWorkbook } from './kiel-workbook.ts'
import { card as kyrgyzstanCustoms } from './kyrgyzstan-customs.ts'
import { card as regimes } from './regimes.ts'
import { card as russiaExercises } from './russia-exercises.ts'
import { card as russianCustoms } from './russian-customs.ts'
import { card as sanctionsRegimes } from './sanctions-regimes.ts'
import { card as securityCouncilVetoes } from './security-council-vetoes.ts'
import { card as sipriMilex } from './sipri-milex.ts'
import { card as sipriRegister } from './sipri-register.ts'
import { card as sipriTivTable } from './sipri-tiv-table.ts'
import { card as surplusProduct } from './surplus-product.ts'
import { card as ukOns } from './uk-ons.ts'
import { card as digitalLibrary } from './un-digital-library.ts'
import { card as unResolutions } from './un-ga-dgacm.ts'
import { card as unVotes } from './un-ga-unvotes.ts'
import { card as generalDebate } from './un-general-debate.ts'
import { card as idealPoints } from './un-ideal-points.ts'
import { card as scMeetings } from './un-sc-meetings.ts'
import { card as scVetoes } from './un-sc-vetoes.ts'
import { card as scVetoesCoded } from './un-sc-vetoes-coded.ts'
import { card as usaCensus } from './usa-census.ts'
import { card as uzbekistanCustoms } from './uzbekistan-customs.ts'
import { card as visavisIdealPoints } from './visavis-ideal-points.ts'
import { card as visavisSpeeches } from './visavis-speeches.ts'
import { card as wiod } from './wiod.ts'
import { card as worldBank } from './world-bank.ts'
import { card as worldBankGrowth } from './world-bank-growth.ts'

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
