#include <gd.h>
#include <grp.h>
#include <spawn.h>
#include <stdarg.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

// The callback of gdSetErrorMethod takes a va_list, which Swift cannot give.
static void gd_shim_say_nothing(int priority, const char *format, va_list values) {
    (void)priority, (void)format, (void)values;
}

static inline void gd_shim_keep_quiet(void) {
    gdSetErrorMethod(gd_shim_say_nothing);
}

// A new picture that lies as the Exif orientation (1 to 8) asks; NULL without memory. `from` stays.
static inline gdImagePtr gd_shim_turned(gdImagePtr from, int orientation) {
    int width = gdImageSX(from), height = gdImageSY(from);
    int lies = orientation >= 5;
    gdImagePtr to = gdImageCreateTrueColor(lies ? height : width, lies ? width : height);
    if (!to) return to;
    gdImageAlphaBlending(to, 0);
    for (int y = 0; y < gdImageSY(to); y++) {
        for (int x = 0; x < gdImageSX(to); x++) {
            int column = lies ? y : x, row = lies ? x : y;
            if (orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8) column = width - 1 - column;
            if (orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7) row = height - 1 - row;
            gdImageSetPixel(to, x, y, gdImageGetTrueColorPixel(from, column, row));
        }
    }
    return to;
}

// glibc 2.34 has it, for _GNU_SOURCE alone, which Swift's view of spawn.h is without.
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *, int);

static inline int gd_shim_close_from(posix_spawn_file_actions_t *actions, int first) {
    return posix_spawn_file_actions_addclosefrom_np(actions, first);
}

static inline int gd_shim_limit(int what, rlim_t most) {
    struct rlimit limit = {most, most};
    return setrlimit(what, &limit);
}

// Leaves this process hardly anything that it could do harm with: so much memory and time, no file to write, nobody's rights.
// Not 0 where that failed.
static inline int gd_shim_confine(unsigned long memory, unsigned long seconds) {
    int failed = gd_shim_limit(RLIMIT_AS, memory) | gd_shim_limit(RLIMIT_CPU, seconds) | gd_shim_limit(RLIMIT_FSIZE, 0)
        | gd_shim_limit(RLIMIT_CORE, 0) | gd_shim_limit(RLIMIT_NOFILE, 8);
    failed |= prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    if (geteuid() == 0) failed |= setgroups(0, 0) | setgid(65534) | setuid(65534);
    return failed;
}
