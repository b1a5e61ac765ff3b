package exsim.scenarios.coverage;

import com.google.common.collect.ImmutableList;

/**
 * One statement of a catalogue.
 *
 * @param id its id there, such as {@code SC-025}
 * @param title what it is about, in words of ours
 * @param answers what answers it beside the rules whose source names the id
 */
public record Entry(String id, String title, ImmutableList<Answer> answers) {}
