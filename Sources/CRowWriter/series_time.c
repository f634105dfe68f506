#include "series_internal.h"

// Dates of the Gregorian calendar, also before it was in use, as SQLite counts them:
// https://www.sqlite.org/lang_datefunc.html
//
// A year is taken to begin in March, so that the leap day is its last: then every 400 years, every
// 100 years within them, every 4 years within those and every year begin after a fixed number of
// days, and the months follow a rule of five.

enum {
  SECONDS_A_DAY = 86400,
  DAYS_A_YEAR = 365,
  DAYS_IN_4_YEARS = 1461,
  DAYS_IN_100_YEARS = 36524,
  DAYS_IN_400_YEARS = 146097,
  DAYS_TO_1970 = 719468,   // from March 1 of the year 0
};

typedef struct {
  int64_t year;
  unsigned month;
  unsigned day;
} civil_date;

// The quotient that rounds down, also below 0.
static int64_t floor_divide(int64_t number, int64_t divisor) {
  int64_t quotient = number / divisor;
  return number % divisor < 0 ? quotient - 1 : quotient;
}

// The last century of four, and the last year of four, are a day longer: their last day would
// otherwise begin a fifth.
static unsigned at_most_3(unsigned quotient) { return quotient > 3 ? 3 : quotient; }

static civil_date date_of_day(int64_t day) {
  int64_t era = floor_divide(day + DAYS_TO_1970, DAYS_IN_400_YEARS);
  unsigned left = (unsigned)(day + DAYS_TO_1970 - era * DAYS_IN_400_YEARS);
  unsigned century = at_most_3(left / DAYS_IN_100_YEARS);
  left -= century * DAYS_IN_100_YEARS;
  unsigned four = left / DAYS_IN_4_YEARS;
  left -= four * DAYS_IN_4_YEARS;
  unsigned year = at_most_3(left / DAYS_A_YEAR);
  left -= year * DAYS_A_YEAR;
  // From March on five months have 153 days: 31, 30, 31, 30, 31, and so again.
  unsigned month = (5 * left + 2) / 153;
  unsigned since_month = (153 * month + 2) / 5;
  civil_date date = {
    .year = era * 400 + century * 100 + four * 4 + year + (month > 9),
    .month = month > 9 ? month - 9 : month + 3,
    .day = left - since_month + 1,
  };
  return date;
}

static char *write_two(char *to, unsigned value, char before) {
  if (before) *to++ = before;
  to[0] = (char)('0' + value / 10);
  to[1] = (char)('0' + value % 10);
  return to + 2;
}

static char *write_date(char *to, int64_t day, qb_time_format format) {
  civil_date date = date_of_day(day);
  to += qb_write_number(to, date.year, 4);
  if (format == QB_YEAR) return to;
  to = write_two(to, date.month, '-');
  return write_two(to, date.day, '-');
}

static char *write_clock(char *to, unsigned second) {
  to = write_two(to, second / 3600, 0);
  to = write_two(to, second / 60 % 60, ':');
  return write_two(to, second % 60, ':');
}

size_t qb_write_time(char *to, int64_t seconds, qb_time_format format) {
  int64_t day = floor_divide(seconds, SECONDS_A_DAY);
  // Unsigned: the day that the smallest number lies in begins before it.
  unsigned second = (unsigned)((uint64_t)seconds - (uint64_t)day * SECONDS_A_DAY);
  char *end = to;
  if (format != QB_TIME) end = write_date(end, day, format);
  if (format == QB_DATE_TIME) *end++ = ' ';
  if (format == QB_ISO_8601) *end++ = 'T';
  if (format == QB_TIME || format == QB_DATE_TIME || format == QB_ISO_8601) {
    end = write_clock(end, second);
  }
  if (format == QB_ISO_8601) *end++ = 'Z';
  return (size_t)(end - to);
}
