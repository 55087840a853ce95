/** Names of the IANA database that no JavaScript engine knows as time zones, but Go reads as files. */
const FILES = new Set(['', 'UTC', 'Local', 'Factory', 'posixrules', 'localtime']);
const REGIONS = new Set(
  'Africa America Antarctica Arctic Asia Atlantic Australia Brazil Canada Chile Etc Europe Indian Mexico Pacific US'.split(
    ' ',
  ),
);
/** Zones without a region; the engine takes them in any case, Go only as they are written here. */
const PLAIN = new Set(
  (
    'CET CST6CDT Cuba EET EST EST5EDT Egypt Eire GB GB-Eire GMT GMT+0 GMT-0 GMT0 Greenwich HST Hongkong Iceland Iran Israel ' +
    'Jamaica Japan Kwajalein Libya MET MST MST7MDT NZ NZ-CHAT Navajo PRC PST8PDT Poland Portugal ROC ROK Singapore Turkey ' +
    'UCT Universal W-SU WET Zulu'
  ).split(' '),
);

/** Whether Go's time.LoadLocation finds a time zone, given a complete database: names are paths of files, so case counts. */
export function timeZoneExists(name: string): boolean {
  if (FILES.has(name) || PLAIN.has(name)) return true;
  const [region = '', ...rest] = name.replace(/^(?:posix|right)\//, '').split('/');
  if (rest.length === 0) return PLAIN.has(region) || region === 'UTC';
  if (!REGIONS.has(region) || !rest.every((part) => /^[A-Z][A-Za-z0-9+_-]*$/.test(part))) return false;
  // A city in capitals is no file's name, except in Etc and for abbreviations.
  if (region !== 'Etc' && rest.some((part) => part.length > 4 && part === part.toUpperCase())) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: [region, ...rest].join('/') });
    return true;
  } catch {
    return false;
  }
}
