const radians = Math.PI / 180;

/**
 * Great-circle distance in km, by the haversine formula.
 * @example Math.round(distance({lat: -23.56, lng: -46.65}, {lat: -22.92, lng: -43.29})) => 351
 */
export function distance(a: {lat: number; lng: number}, b: {lat: number; lng: number}): number {
  const north = Math.sin(((b.lat - a.lat) * radians) / 2) ** 2;
  const east = Math.sin(((b.lng - a.lng) * radians) / 2) ** 2;
  return 12_742 * Math.asin(Math.sqrt(north + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * east));
}
