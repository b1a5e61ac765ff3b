package exsim.scenarios.format;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/** The top-level keys below the header. */
final class ScenarioKeys {
  /** All of them, in the order of the format reference. */
  static final ImmutableList<String> SECTIONS =
      ImmutableList.of(
          "onPremises",
          "exchangeOnline",
          "mailSystems",
          "devices",
          "certificates",
          "dns",
          "network",
          "messages",
          "timeline",
          "assumptions",
          "expect");

  /** What the timeline cannot change: the story itself, and what is asked of it. */
  static final ImmutableSet<String> FIXED =
      ImmutableSet.of(
          "$schema",
          "format",
          "title",
          "description",
          "clock",
          "until",
          "messages",
          "timeline",
          "expect");

  private ScenarioKeys() {}
}
