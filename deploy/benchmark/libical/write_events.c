/*
 * How long libical takes to serialise a calendar of events like ours.
 *
 *     cc -O2 -o write_events write_events.c $(pkg-config --cflags --libs libical)
 *     ./write_events [events] [rounds]
 *
 * The components are built first and not timed. Prints the octets of the result and the best time of the rounds, in
 * seconds, for icalcomponent_as_ical_string_r alone.
 */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char *const description =
    "A two-hour workshop on hearing children and young people in assessment and planning; direct work, observation and "
    "recording.\nBring an example from your own practice, without names, dates of birth or case numbers.\n\n"
    "Facilitators: the practice development team. Caf\xc3\xa9 open from 09:00; step-free access by the north door, "
    "hearing loop in every room.";

static const char *const zone =
    "BEGIN:VTIMEZONE\r\nTZID:Europe/London\r\nBEGIN:DAYLIGHT\r\nDTSTART:19810329T010000\r\nTZOFFSETFROM:+0000\r\n"
    "TZOFFSETTO:+0100\r\nTZNAME:BST\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nBEGIN:STANDARD\r\n"
    "DTSTART:19961027T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0000\r\nTZNAME:GMT\r\n"
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static struct icaltimetype local_time(int index, int hour, int minute)
{
    struct icaltimetype time = icaltime_null_time();
    time.year = 2026;
    time.month = 1 + index % 12;
    time.day = 1 + index % 28;
    time.hour = hour;
    time.minute = minute;
    return time;
}

static struct icaltimetype utc_time(int index, int hour)
{
    struct icaltimetype time = local_time(index, hour, 15);
    time.zone = icaltimezone_get_utc_timezone();
    return time;
}

static void add_zoned(icalcomponent *event, icalproperty *property)
{
    icalproperty_add_parameter(property, icalparameter_new_tzid("Europe/London"));
    icalcomponent_add_property(event, property);
}

static icalcomponent *make_event(int index)
{
    icalcomponent *event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    char text[256];

    snprintf(text, sizeof text, "%08x-6c1f-4e0a-9d5e-0123456789ab@practiceweek.example", (unsigned)index);
    icalcomponent_add_property(event, icalproperty_new_uid(text));
    icalcomponent_add_property(event, icalproperty_new_dtstamp(utc_time(index, 8)));
    icalcomponent_add_property(event, icalproperty_new_created(utc_time(index, 7)));
    icalcomponent_add_property(event, icalproperty_new_lastmodified(utc_time(index, 8)));
    add_zoned(event, icalproperty_new_dtstart(local_time(index, 9, 30)));
    add_zoned(event, icalproperty_new_dtend(local_time(index, 11, 30)));
    icalcomponent_add_property(event, icalproperty_new_sequence(index % 7));
    icalcomponent_add_property(event, icalproperty_new_status(ICAL_STATUS_CONFIRMED));
    snprintf(text, sizeof text, "Voice of the child: direct work, session %d", index);
    icalcomponent_add_property(event, icalproperty_new_summary(text));
    icalcomponent_add_property(event, icalproperty_new_description(description));
    icalcomponent_add_property(event, icalproperty_new_location("Training room 2, Corbyn Road"));
    icalcomponent_add_property(event, icalproperty_new_geo((struct icalgeotype){52.512255, -2.081112}));
    snprintf(text, sizeof text, "https://practiceweek.example/sessions/PW26-%05d", index);
    icalcomponent_add_property(event, icalproperty_new_url(text));
    icalcomponent_add_property(event, icalproperty_new_categories("Voice of the child"));
    icalcomponent_add_property(event, icalproperty_new_transp(ICAL_TRANSP_OPAQUE));
    icalproperty *organiser = icalproperty_new_organizer("mailto:practice@council.example");
    icalproperty_add_parameter(organiser, icalparameter_new_cn("Centre for Professional Practice"));
    icalcomponent_add_property(event, organiser);
    return event;
}

int main(int argc, char **argv)
{
    int count = argc > 1 ? atoi(argv[1]) : 10000;
    int rounds = argc > 2 ? atoi(argv[2]) : 7;
    icalcomponent *calendar = icalcomponent_new(ICAL_VCALENDAR_COMPONENT);
    double best = 1e9;
    size_t octets = 0;

    icalcomponent_add_property(calendar, icalproperty_new_version("2.0"));
    icalcomponent_add_property(calendar, icalproperty_new_prodid("-//Council//Practice Week 1.0//EN"));
    icalcomponent_add_property(calendar, icalproperty_new_calscale("GREGORIAN"));
    icalcomponent_add_component(calendar, icalparser_parse_string(zone));
    for (int index = 0; index < count; index++)
        icalcomponent_add_component(calendar, make_event(index));
    for (int round = 0; round < rounds; round++) {
        double start = now();
        char *text = icalcomponent_as_ical_string_r(calendar);
        double seconds = now() - start;
        if (text == NULL)
            return 1;
        octets = strlen(text);
        if (seconds < best)
            best = seconds;
        if (getenv("WRITE_EVENTS_PRINT") != NULL && round == 0)
            fputs(text, stdout);
        free(text);
    }
    fprintf(stderr, "events %d octets %zu seconds %.6f\n", count, octets, best);
    icalcomponent_free(calendar);
    return 0;
}
