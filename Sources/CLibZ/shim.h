#include <zlib.h>

// deflateInit2 is a macro, which Swift does not see. 15 + 16 asks for the gzip form (zlib.h).
static inline int z_shim_start_gzip(z_stream *stream, int level) {
    return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}
