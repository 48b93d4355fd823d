#include <stdio.h>
#include <editline/readline.h>

/* Swift 6 refuses the library's global variables; these reach them from the one thread that reads lines. */

/* Prompts and echoes go to standard error, so that standard output holds answers only. Call before rl_initialize. */
static inline void practiceweek_edit_on_standard_error(void) { rl_outstream = stderr; }

/* Edits on a terminal that is not the process's own: a test's. Call before rl_initialize. */
static inline void practiceweek_edit_on(FILE *terminal) {
    rl_instream = terminal;
    rl_outstream = terminal;
}

/* Ends the line that is being read, from inside a key's function: readline answers NULL. */
static inline void practiceweek_end_line(void) { rl_done = 1; }

/* Called before each line, when the library has set the terminal up anew. */
static inline void practiceweek_before_each_line(int (*hook)(void)) { rl_pre_input_hook = hook; }

static inline const char *practiceweek_line(void) { return rl_line_buffer; }

/* Bytes before the cursor. */
static inline int practiceweek_cursor(void) { return rl_point; }
