select object, finding from frozen_results_broken()
