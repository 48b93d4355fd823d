#!/usr/bin/env python3
"""Reads .ics files with other people's libraries and says what they complain of.

    python3 -m venv venv && venv/bin/pip install icalendar recurring-ical-events vobject
    apt-get install libical3
    venv/bin/python calendars.py FILE.ics ...

Exit status: 0 when nobody complains, 1 on any complaint, 2 when an oracle is not installed.
"""
import ctypes
import ctypes.util
import re
import sys

try:
    import icalendar
    import recurring_ical_events
    import vobject
except ImportError as missing:
    print(f"{missing}: install the packages named at the top of this file", file=sys.stderr)
    sys.exit(2)


def load_libical():
    """Debian's libical, through ctypes: no compiler is needed."""
    for name in ("libical.so.3", ctypes.util.find_library("ical") or ""):
        try:
            library = ctypes.CDLL(name)
        except OSError:
            continue
        library.icalparser_parse_string.restype = ctypes.c_void_p
        library.icalparser_parse_string.argtypes = [ctypes.c_char_p]
        library.icalrestriction_check.argtypes = [ctypes.c_void_p]
        library.icalcomponent_as_ical_string.restype = ctypes.c_char_p
        library.icalcomponent_as_ical_string.argtypes = [ctypes.c_void_p]
        library.icalcomponent_count_errors.argtypes = [ctypes.c_void_p]
        library.icalcomponent_free.argtypes = [ctypes.c_void_p]
        return library
    print("libical.so.3 is not installed", file=sys.stderr)
    sys.exit(2)


LIBICAL = load_libical()


def unfolded(data):
    return re.sub(rb"\r?\n[ \t]", b"", data)


def with_libical(data):
    component = LIBICAL.icalparser_parse_string(data)
    if not component:
        yield "cannot parse the file"
        return
    LIBICAL.icalrestriction_check(component)
    text = LIBICAL.icalcomponent_as_ical_string(component)
    for line in unfolded(text).splitlines():
        if line.startswith(b"X-LIC-ERROR"):
            yield line.decode("utf-8", "replace")
    LIBICAL.icalcomponent_free(component)


def with_icalendar(data):
    calendar = icalendar.Calendar.from_ical(data)
    for component in calendar.walk():
        for error in component.errors:
            yield f"{component.name}: {error}"
    for event in calendar.walk("VEVENT"):
        if event.get("UID") is None or event.get("DTSTART") is None:
            yield "an event without UID or DTSTART"
        # Decoding is lazy: touch every property.
        for name, value in event.property_items():
            getattr(value, "dt", str(value))


def with_recurring(data):
    calendar = icalendar.Calendar.from_ical(data)
    for event in recurring_ical_events.of(calendar).between((1970, 1, 1), (2040, 1, 1)):
        if event.start > event.end:
            yield f"{event.get('UID')} ends before it starts"


def with_vobject(data):
    calendar = vobject.readOne(data.decode("utf-8"))
    try:
        calendar.validate(raiseException=True)
    except vobject.base.ValidateError as error:
        yield str(error)


ORACLES = {
    "libical": with_libical,
    "icalendar": with_icalendar,
    "recurring-ical-events": with_recurring,
    "vobject": with_vobject,
}


def main(paths):
    complaints = 0
    for path in paths:
        with open(path, "rb") as file:
            data = file.read()
        for name, oracle in ORACLES.items():
            try:
                found = list(oracle(data))
            except Exception as error:  # an oracle that cannot read the file is a complaint, whatever it raises
                found = [f"{type(error).__name__}: {error}"]
            for complaint in found:
                print(f"{path}: {name}: {complaint}")
            complaints += len(found)
    print(f"{len(paths)} files, {len(ORACLES)} oracles, {complaints} complaints")
    return 1 if complaints else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    sys.exit(main(sys.argv[1:]))
