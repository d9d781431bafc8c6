package org.quittance.calendar;

import java.time.LocalDate;

/** Easter Sunday of the Gregorian calendar, by the algorithm of Meeus, Jones and Butcher; from 1583 on. */
final class Easter {

    private Easter() {}

    static LocalDate of(int year) {
        int golden = year % 19;
        int century = year / 100;
        int yearOfCentury = year % 100;
        int moonCorrection = (century + 8) / 25;
        int epact = (19 * golden + century - century / 4 - (century - moonCorrection + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7;
        int exception = (golden + 11 * epact + 22 * weekday) / 451;
        int monthAndDay = epact + weekday - 7 * exception + 114;
        return LocalDate.of(year, monthAndDay / 31, monthAndDay % 31 + 1);
    }
}
