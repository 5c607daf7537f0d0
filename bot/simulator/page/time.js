/**
 * Indonesian dates and times in WIB. The page always shows WIB, wherever the browser stands,
 * because the simulated teachers live in Indonesia; WIB is UTC+7 and has no summer time.
 */

const DAYS = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];
const MONTHS = [
  "Januari", "Februari", "Maret", "April", "Mei", "Juni",
  "Juli", "Agustus", "September", "Oktober", "November", "Desember",
];
const HOUR = 3_600_000;
const WIB = 7 * HOUR;
const MONTHS_OF_A_QUARTER = 3;
const AFTERNOON = 14;
const WEEKEND = [0, 6];

const inWib = (date) => new Date(date.getTime() + WIB);
const two = (number) => String(number).padStart(2, "0");

/** "15.30" */
export function timeOfDay(date) {
  const local = inWib(date);
  return `${two(local.getUTCHours())}.${two(local.getUTCMinutes())}`;
}

/** "Jumat, 20 November 2026" */
export function day(date) {
  const local = inWib(date);
  const month = MONTHS[local.getUTCMonth()];
  return `${DAYS[local.getUTCDay()]}, ${local.getUTCDate()} ${month} ${local.getUTCFullYear()}`;
}

/** "pukul 15.30 WIB" */
export const hour = (date) => `pukul ${timeOfDay(date)} WIB`;

/** "20 Nov 15.30", for narrow places */
export function shortMoment(date) {
  const local = inWib(date);
  return `${local.getUTCDate()} ${MONTHS[local.getUTCMonth()].slice(0, 3)} ${timeOfDay(date)}`;
}

/** "Jumat, 20 November 2026 pukul 15.30 WIB" */
export function moment(date) {
  return `${day(date)} ${hour(date)}`;
}

/**
 * Three months after `date` (the end of a longer month becomes that of a shorter one), on a working
 * day at 14.00 WIB: late enough in the east, still to come in the west.
 */
export function nextQuarter(date) {
  const local = inWib(date);
  const [year, month] = [local.getUTCFullYear(), local.getUTCMonth() + MONTHS_OF_A_QUARTER];
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const target = new Date(Date.UTC(year, month, Math.min(local.getUTCDate(), lastOfMonth), AFTERNOON));
  while (WEEKEND.includes(target.getUTCDay())) target.setUTCDate(target.getUTCDate() + 1);
  return new Date(target.getTime() - WIB);
}

/** "1:05" for a length in seconds */
export function duration(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${two(whole % 60)}`;
}
