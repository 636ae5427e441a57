import { csv, type Sample } from './sample.ts'

const ofUcdp = (first: string, ...of: readonly string[]): string =>
  [
    ...[first, 'location', 'side_a', 'side_a_id', 'side_a_2nd', 'side_b', 'side_b_id', 'side_b_2nd', 'incompatibility', 'territory_name'],
    ...['year', 'intensity_level', ...of, 'type_of_conflict', 'start_date', 'start_prec', 'start_date2', 'start_prec2'],
    ...(of.length === 0 ? [] : ['ep_end', 'ep_end_date', 'ep_end_prec']),
    ...['gwno_a', 'gwno_a_2nd', 'gwno_b', 'gwno_b_2nd', 'gwno_loc', 'region', 'version'],
  ].join(',')

const ossetia = 'Georgia,Government of Georgia,49,,Republic of South Ossetia,591,Government of Russia (Soviet Union),1,South Ossetia,2008,1'

/** Armed conflicts and militarized disputes. */
export const conflictSamples: readonly Sample[] = [
  {
    reader: 'cow-mid',
    sums: true,
    files: [
      csv(
        'directed.csv',
        'dispnum,ccode1,ccode2,year,dispongoing,disponset,sidea1,sidea2,hostlev1,hostlev2',
        '4398,522,531,2008,1,1,1,0,4,4',
        '4398,531,522,2008,1,1,0,1,4,4',
      ),
    ],
  },
  {
    reader: 'cfr-cyber',
    sums: true,
    files: [
      csv(
        'cfr.csv',
        'Title,Date,Victims,Sponsor,Type,Category',
        'Flame,2012-05-28,"Iran, Sudan","United States, Israel",Data destruction,Military',
        'Chrysene,2018-05-17,Israel,Iran (Islamic Republic of),Espionage,Private sector',
      ),
    ],
  },
  {
    reader: 'dcid',
    sums: true,
    files: [
      csv(
        'dcid.csv',
        'Cyberincidentnum,Dyadpair,StateA,StateB,Name,interactionstartdate,interactionenddate,method,targettype,initiator,severity',
        '248,630666,Iran,Israel,Electronic jihad,2000-09-01,2000-09-01,2,2,630,2',
        '50,2630,US,Iran,Stuxnet_A,2009-06-01,2010-10-01,4.3,3,2,6',
        '77,2630,US,Iran,Christmas SMS Attack,2020-12-01,2020-12-31,3,1,630,3',
      ),
    ],
  },
  {
    reader: 'gml-mid',
    sums: true,
    files: [
      csv(
        'gml.csv',
        'dispnum,ccode1,ccode2,year,midongoing,midonset,hostlev1,hostlev2,version',
        '4258,530,531,1998,1,1,5,5,gml-2.2.1',
        '4258,531,530,1998,1,1,5,5,gml-2.2.1',
      ),
    ],
  },
  {
    reader: 'icb',
    sums: true,
    files: [
      csv(
        'icbdy_v15.csv',
        'crisno,year,crisname,statea,namea,actnuma,stateb,nameb,actnumb,trgyrdy,trgmody,trgdady,trmyrdy,trmmody,trmdady,ongoing,crdynum',
        '2,1918,COSTA RICAN COUP,93,NIC,2,94,COS,9999,1918,5,25,1918,12,15,0,1',
        '196,1962,CUBAN MISSILES,2,USA,450,40,CUB,451,1962,10,16,1962,11,20,0,482',
        '196,1962,CUBAN MISSILES,2,USA,450,365,USR,452,1962,10,16,1962,11,20,0,483',
        '474,2020,HOUTHI REBELLION,630,IRN,9999,670,SAU,1043,2015,1,22,2020,12,26,1,938',
      ),
    ],
  },
  {
    reader: 'ucdp-acd',
    files: [
      csv(
        'UcdpPrioConflict_v25_1.csv',
        ofUcdp('conflict_id', 'cumulative_intensity'),
        '346,"Argentina, United Kingdom",Government of Argentina,16,,Government of United Kingdom,28,,1,Malvinas/Falkland Islands,1982,1,0,2,1982-04-02,1,1982-05-02,1,1,1982-06-14,,160,,200,,"160, 200",5,25.1',
        `393,${ossetia},0,4,1992-06-01,1,2008-08-08,1,1,2008-08-14,,372,,,365,372,1,25.1`,
      ),
    ],
  },
  {
    reader: 'ucdp-dyadic',
    files: [
      csv(
        'Dyadic_v24_1.csv',
        ofUcdp('dyad_id,conflict_id'),
        '735,346,"Argentina, United Kingdom",Government of Argentina,16,,Government of United Kingdom,28,,1,Malvinas/Falkland Islands,1982,1,2,1982-04-02,1,1982-05-02,1,160,,200,,"160, 200",5,24.1',
        `855,393,${ossetia},4,1992-06-01,1,2008-08-08,1,372,,,365,372,1,24.1`,
      ),
    ],
  },
]
