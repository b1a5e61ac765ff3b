package exsim.scenarios.format;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problems;
import exsim.scenarios.json.Spot;
import java.time.Instant;
import java.util.Optional;

/**
 * One entry of {@code timeline}.
 *
 * @param at when
 * @param atSpot where the time stands
 * @param spot where the entry stands
 * @param change what it does
 */
record TimelineEntry(Instant at, Spot atSpot, Spot spot, Change change) {
  /** What an entry does to the document. */
  sealed interface Change {
    /**
     * Cmdlets that an administrator types.
     *
     * @param on the organization or tenant, or a server; empty where there is one organization or
     *     tenant only
     * @param commands the command lines
     */
    record Run(Optional<String> on, ImmutableList<Located.Text> commands) implements Change {}

    /**
     * A JSON merge patch.
     *
     * @param patch the patch
     */
    record Set(Located patch) implements Change {}

    /**
     * A JSON Patch.
     *
     * @param patch the operations
     */
    record Patch(Located patch) implements Change {}
  }

  /** The entry in its smallest parts: each command line by itself. */
  ImmutableList<TimelineEntry> steps() {
    return change instanceof Change.Run run
        ? run.commands().stream()
            .map(c -> new Change.Run(run.on(), ImmutableList.of(c)))
            .map(single -> new TimelineEntry(at, atSpot, spot, single))
            .collect(ImmutableList.toImmutableList())
        : ImmutableList.of(this);
  }

  static Optional<TimelineEntry> decode(Located value, Moments moments, Problems problems) {
    return Fields.of(value, problems).flatMap(fields -> decode(fields, moments, problems));
  }

  private static Optional<TimelineEntry> decode(Fields fields, Moments moments, Problems problems) {
    Optional<Instant> at = fields.required("at", moments.fromStart());
    Optional<Located> run = fields.raw("run");
    Optional<String> on = fields.optional("on", Decoders.NAME);
    Optional<Located> set = fields.raw("set");
    Optional<Located> patch = fields.raw("patch");
    fields.noOthers();
    long stated =
        (run.isPresent() ? 1 : 0) + (set.isPresent() ? 1 : 0) + (patch.isPresent() ? 1 : 0);
    if (stated != 1) {
      problems.add(
          fields.spot(),
          stated == 0
              ? "the entry changes nothing"
              : "the entry states more than one of `run`, `set` and `patch`",
          "state one of `run`, `set` and `patch`");
      return Optional.empty();
    }
    if (on.isPresent() && run.isEmpty()) {
      problems.add(fields.spotOf("on"), "`on` goes with `run` only", "remove it");
    }
    Optional<Change> change =
        run.isPresent()
            ? commands(run.get(), problems).map(c -> new Change.Run(on, c))
            : set.isPresent() ? mergePatch(set.get(), problems) : patch.map(Change.Patch::new);
    return at.flatMap(
        instant ->
            change.map(c -> new TimelineEntry(instant, fields.spotOf("at"), fields.spot(), c)));
  }

  private static Optional<Change> mergePatch(Located value, Problems problems) {
    return value instanceof Located.Obj
        ? Optional.of(new Change.Set(value))
        : Decoders.wrongType("an object", value, problems);
  }

  private static Optional<ImmutableList<Located.Text>> commands(Located value, Problems problems) {
    if (value instanceof Located.Text text) {
      return Optional.of(ImmutableList.of(text));
    }
    if (!(value instanceof Located.Arr array)) {
      return Decoders.wrongType("a command line", value, problems);
    }
    ImmutableList.Builder<Located.Text> lines = ImmutableList.builder();
    for (Located item : array.items()) {
      if (item instanceof Located.Text text) {
        lines.add(text);
      } else {
        Decoders.wrongType("a command line", item, problems);
      }
    }
    return Optional.of(lines.build());
  }
}
