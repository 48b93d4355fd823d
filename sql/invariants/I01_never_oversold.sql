select reference as object, format('%s places taken of %s', taken, capacity) as finding from session where taken > capacity or taken < 0
