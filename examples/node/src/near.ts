// The place where the applicant looks for a service centre, and the centres near that place.

import type { Centre, NearestQuery, Region, Coordinates } from 'qujat'
import type { Desk } from './desk.js'
import { text } from './visit.js'

/** The regions, the three largest cities first. */
export const REGIONS: readonly Region[] = [
  'KZ-71',
  'KZ-75',
  'KZ-79',
  'KZ-10',
  'KZ-11',
  'KZ-15',
  'KZ-19',
  'KZ-23',
  'KZ-27',
  'KZ-31',
  'KZ-33',
  'KZ-35',
  'KZ-39',
  'KZ-43',
  'KZ-47',
  'KZ-55',
  'KZ-59',
  'KZ-61',
  'KZ-62',
  'KZ-63',
]

/** A region that was chosen, or a spot that the browser told when it was asked to. */
export type Near = { region: Region } | { spot: Coordinates }

/** A centre, with the distance from the spot if one is known. */
export interface NearCentre {
  centre: Centre
  metres: number | undefined
}

/** So many centres are offered. */
const MOST = 10

/** The place in a body; `undefined` if it has no usable one. */
export function nearOf(body: unknown): Near | undefined {
  const latitude = degrees(text(body, 'latitude'), 90)
  const longitude = degrees(text(body, 'longitude'), 180)
  if (latitude !== undefined && longitude !== undefined) return { spot: { latitude, longitude } }
  const region = REGIONS.find((one) => one === text(body, 'region'))
  return region && { region }
}

/** A number of degrees, rounded to about a kilometre: more is not needed, and not kept. */
function degrees(typed: string, most: number): number | undefined {
  if (!/^-?\d{1,3}(\.\d{1,20})?$/.test(typed)) return undefined
  const value = Math.round(Number(typed) * 100) / 100
  return Math.abs(value) <= most ? value : undefined
}

/** The centres that give a service, the nearest first. In a region without a centre the list is empty. */
export function centresNear({ rules, centres }: Desk, near: Near, service: string): NearCentre[] {
  const found = (query: NearestQuery): NearCentre[] =>
    rules.nearest(centres, query).map(({ centre, metres }) => ({ centre: centres.centre(centre), metres }))
  if ('spot' in near) return found({ ...near.spot, service }).slice(0, MOST)
  const { region } = near
  const first = centres.centres.find((centre) => centre.region === region && centre.services.includes(service))
  if (first === undefined) return []
  // Those of the region, then those that are nearest to it. Their distance from the applicant is not known.
  const around = found({ latitude: first.latitude, longitude: first.longitude, service })
  const [own, others] = [true, false].map((here) => around.filter(({ centre }) => (centre.region === region) === here))
  return [...own!, ...others!].slice(0, MOST).map(({ centre }) => ({ centre, metres: undefined }))
}
