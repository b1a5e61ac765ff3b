package exsim.scenarios.report;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.json.Problem;

/** Writes one report after the other, in one format. */
public interface Reporter {
  /** Takes the report of the next scenario. */
  void add(Report report);

  /** Takes a file that could not be used; what is wrong in it is said elsewhere. */
  void unusable(String file, ImmutableList<Problem> problems);

  /** Writes what comes after the last report. */
  void finish();
}
