import { csv, type Sample } from './sample.ts'

/** Migrants, visas, visits, missions and forces. */
export const peopleSamples: readonly Sample[] = [
  {
    reader: 'un-migrant-stock',
    files: [csv('migrants.csv', 'year,origin,destination,migrant_stock', '2010,KEN,TZA,15317', '2020,KEN,TZA,24274', '2020,TZA,KEN,34767')],
  },
  {
    reader: 'passport-index',
    files: [
      csv(
        'passport-index-tidy-iso3.csv',
        'Passport,Destination,Requirement',
        'KEN,KEN,-1',
        'KEN,TZA,90',
        'TZA,KEN,visa free',
        'KEN,CHN,e-visa',
      ),
    ],
  },
  {
    reader: 'us-visits',
    sums: true,
    files: [
      csv(
        'visits-by-foreign-leaders.csv',
        'id,start,end,visitor,from_id,from,description',
        '3001,2024-05-22,2024-05-24,President William Ruto,kenya,Kenya,State Visit.',
        '3002,2023-11-15,2023-11-17,President Xi Jinping,china,"China, People’s Republic of",Attended APEC.',
      ),
      csv(
        'travels-president-secretary.csv',
        'id,role,who,name,start,end,country_id,country,locale,remarks',
        '5001,president,nixon-richard-m,Richard M. Nixon,1972-02-21,1972-02-28,china,"China, People’s Republic of",Beijing,Met Mao.',
        '5002,secretary,blinken-antony,Antony J. Blinken,2021-11-17,2021-11-18,kenya,Kenya,Nairobi,Met.',
      ),
    ],
  },
  {
    reader: 'embassies-wikidata',
    sums: true,
    files: [
      csv(
        'embassies-2022-11-16.csv',
        'operator,operator_qid,country,country_qid,city,type,creation,jurisdictions,qid',
        'France,Q142,Germany,Q183,Mitte,embassy,,Germany,Q554046',
        'France,Q142,Germany,Q183,Munich,consulate general,,,Q73384758',
        'Kenya,Q114,Italy,Q38,Rome,embassy,,Italy|Greece,Q1',
      ),
    ],
  },
  {
    reader: 'us-missions',
    files: [
      csv(
        'mission_status_range_cow_v0.1.csv',
        'country_abbrev_cow,country_code_cow,country_name_cow,country_name_usdos,date_start,date_end,us_mission_status',
        'CUB,40,Cuba,Cuba,1961-01-03,1977-08-31,None',
        'CUB,40,Cuba,Cuba,1977-09-01,2015-07-19,Interests',
        'CUB,40,Cuba,Cuba,2015-07-20,2024-12-31,Embassy',
      ),
    ],
  },
  {
    reader: 'ddr-representation',
    files: [
      csv('ddr-2000-2020.csv', 'year,origin,destination,embassy_level,focus', '2016,TWN,PAN,6,1', '2017,CHN,PAN,6,1', '2020,USA,CHN,4,1'),
    ],
  },
  {
    reader: 'us-troops',
    files: [
      csv(
        'troopdata-rebuild-country-year.csv',
        'countryname,year,ccode,iso3c,region,troops_ad',
        'Germany,2023,255,DEU,Europe & Central Asia,36635',
        'Germany,2024,255,DEU,Europe & Central Asia,36541',
        'Poland,2024,290,POL,Europe & Central Asia,302',
      ),
    ],
  },
]
