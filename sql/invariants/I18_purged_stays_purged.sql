select object, finding from purged_still_there()
