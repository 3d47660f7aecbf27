"""After stage 6: a report → which of its findings fail the run, and which are excused.  Reads baselines, asks git."""
