package exsim.scenarios.format;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problems;
import exsim.scenarios.json.Suggestion;
import java.time.Instant;
import java.util.Optional;

/**
 * What a scenario says about itself.
 *
 * @param title one line
 * @param description the story, line by line
 * @param story what somebody who leads a class tells first, in paragraphs
 * @param moments reads points in time, from the scenario's clock
 * @param until when the scenario ends, where it says so
 */
record Header(
    String title,
    ImmutableList<String> description,
    ImmutableList<String> story,
    Moments moments,
    Optional<Instant> until) {
  private static final String FORMAT = "exsim-scenario/1";

  /** Decodes the header, and looks that no top-level key is unknown. */
  static Header decode(Located.Obj document, Problems problems) {
    Fields fields = Fields.of(document, problems).orElseThrow();
    fields.optional("$schema", Decoders.TEXT);
    fields.optional("format", Header::format);
    String title = fields.required("title", Header::title).orElse("");
    ImmutableList<String> description =
        fields.optional("description", Header::description, ImmutableList.of());
    ImmutableList<String> story = fields.list("story", Decoders.NAME);
    Moments moments = new Moments(fields.optional("clock", Moments.INSTANT, Moments.CLOCK_DEFAULT));
    Optional<Instant> until = fields.optional("until", moments.fromStart());
    reportUnknown(document, problems);
    return new Header(title, description, story, moments, until);
  }

  /** Reports the top-level keys that the format does not have; whether there are any. */
  static boolean reportUnknown(Located.Obj document, Problems problems) {
    boolean any = false;
    for (Located.Member member : document.members()) {
      if (!ScenarioKeys.ALL.contains(member.name())) {
        any = true;
        problems.add(
            member.nameSpot(),
            "unknown key `" + member.name() + "`",
            Suggestion.help(member.name(), ScenarioKeys.ALL));
      }
    }
    return any;
  }

  private static Optional<String> format(Located value, Problems problems) {
    Optional<String> format = Decoders.TEXT.decode(value, problems);
    if (format.isPresent() && !format.get().equals(FORMAT)) {
      problems.add(
          value.spot(),
          "`" + format.get() + "` is not a format that this version reads",
          "write `" + FORMAT + "` or leave it out");
    }
    return format;
  }

  private static Optional<String> title(Located value, Problems problems) {
    Optional<String> title = Decoders.NAME.decode(value, problems);
    if (title.isPresent() && title.get().strip().indexOf('\n') >= 0) {
      problems.add(value.spot(), "a title is one line", "move the rest to `description`");
    }
    return title.map(String::strip);
  }

  private static Optional<ImmutableList<String>> description(Located value, Problems problems) {
    if (value instanceof Located.Text text) {
      return Optional.of(text.text().lines().collect(ImmutableList.toImmutableList()));
    }
    return value instanceof Located.Arr
        ? Decoders.list(Decoders.TEXT).decode(value, problems)
        : Decoders.wrongType("a string or an array of strings", value, problems);
  }
}
