package exsim.scenarios.format;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/** The top-level keys. */
final class ScenarioKeys {
  /** Those below the header, in the order of the format reference. */
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
          "sessions",
          "timeline",
          "assumptions",
          "expect",
          "intents",
          "questions");

  /** What the timeline cannot change: the story itself, and what is asked of it. */
  static final ImmutableSet<String> FIXED =
      ImmutableSet.of(
          "$schema",
          "format",
          "title",
          "description",
          "story",
          "clock",
          "until",
          "messages",
          "sessions",
          "timeline",
          "expect",
          "intents",
          "questions");

  /** Every top-level key. */
  static final ImmutableSet<String> ALL =
      ImmutableSet.<String>builder().addAll(FIXED).addAll(SECTIONS).build();

  private ScenarioKeys() {}
}
