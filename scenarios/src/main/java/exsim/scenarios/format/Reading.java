package exsim.scenarios.format;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.scenarios.json.Problem;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What reading a file came to.
 *
 * @param scenario the scenario; empty exactly when there are problems
 * @param problems everything that is wrong, in order of place
 * @param warnings what is worth saying and no fault, in order of place
 * @param imported the files that this one imports, absolute and normalised, in order of meeting
 */
public record Reading(
    Optional<Scenario> scenario,
    ImmutableList<Problem> problems,
    ImmutableList<Problem> warnings,
    ImmutableSet<Path> imported) {}
