#include <stdio.h>
#include <editline/readline.h>

/* Swift 6 refuses the library's global variables; these reach them from the one thread that reads lines. */

/* Prompts and echoes go to standard error, so that standard output holds answers only. Call before rl_initialize. */
static inline void practiceweek_edit_on_standard_error(void) { rl_outstream = stderr; }

/* Ends the line that is being read, from inside a key's function: readline answers NULL. */
static inline void practiceweek_end_line(void) { rl_done = 1; }

static inline const char *practiceweek_line(void) { return rl_line_buffer; }

/* Bytes before the cursor. */
static inline int practiceweek_cursor(void) { return rl_point; }
