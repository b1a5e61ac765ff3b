package exsim.scenarios.format;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.exchange.Findings;
import exsim.scenarios.json.JsonPatch;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.MergePatch;
import exsim.scenarios.json.Problem;
import exsim.scenarios.json.Problems;
import exsim.scenarios.json.Spot;
import exsim.scenarios.powershell.Cmdlets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Applies timeline entries to a document, and decodes it anew after each instant. */
final class Timeline {
  private final Moments moments;
  private final Normalizer normalizer;
  private final Findings findings;
  private final List<Epoch> epochs = new ArrayList<>();

  /** The faults of the document that holds, which are not reported again. */
  private Problems known;

  /** The faults of the document that was decoded last. */
  private Problems seen = new Problems();

  private Timeline(Moments moments, Normalizer normalizer, Findings findings) {
    this.moments = moments;
    this.normalizer = normalizer;
    this.findings = findings;
    this.known = findings.problems();
  }

  /** The epochs from the clock on; at least one. */
  static ImmutableList<Epoch> epochs(
      Located.Obj document,
      ImmutableList<TimelineEntry> entries,
      Moments moments,
      Normalizer normalizer,
      Findings findings) {
    Timeline timeline = new Timeline(moments, normalizer, findings);
    timeline.epochs.add(
        new Epoch(moments.clock(), document, TopologyDecoder.decode(document, moments, findings)));
    ImmutableList<TimelineEntry> ordered =
        ImmutableList.sortedCopyOf(Comparator.comparing(TimelineEntry::at), entries);
    for (int i = 0; i < ordered.size(); ) {
      int end = i;
      while (end < ordered.size() && ordered.get(end).at().equals(ordered.get(i).at())) {
        end++;
      }
      timeline.change(ordered.subList(i, end));
      i = end;
    }
    return ImmutableList.copyOf(timeline.epochs);
  }

  /** Applies the entries of one instant together; where that brings a fault, one by one. */
  private void change(List<TimelineEntry> entries) {
    Located.Obj before = epochs.get(epochs.size() - 1).document();
    Findings together = new Findings(findings.strictFile(), new Problems(), new Problems());
    Located.Obj after = before;
    for (TimelineEntry entry : entries) {
      after = applied(after, entry, together);
    }
    Optional<TopologyDecoder.Draft> draft =
        after.sameAs(before)
            ? Optional.empty()
            : Optional.of(decode(after, entries.get(entries.size() - 1).spot(), together));
    if (!together.problems().isEmpty()) {
      oneByOne(before, entries);
      return;
    }
    together.warnings().all().forEach(findings.warnings()::add);
    Located.Obj document = after;
    draft.ifPresent(d -> add(entries.get(0).at(), document, d));
  }

  /** As Exchange does, a cmdlet that is refused leaves everything as it was. */
  private void oneByOne(Located.Obj before, List<TimelineEntry> entries) {
    Located.Obj document = before;
    Optional<TopologyDecoder.Draft> draft = Optional.empty();
    for (TimelineEntry entry : entries) {
      for (TimelineEntry step : entry.steps()) {
        Findings found = new Findings(findings.strictFile(), new Problems(), new Problems());
        Located.Obj after = applied(document, step, found);
        if (!after.sameAs(document)) {
          TopologyDecoder.Draft changed = decode(after, step.spot(), found);
          boolean refused =
              step.change() instanceof TimelineEntry.Change.Run && !found.problems().isEmpty();
          document = refused ? document : after;
          draft = refused ? draft : Optional.of(changed);
          known = refused ? known : merged(known, seen);
        }
        found.problems().all().forEach(findings.problems()::add);
        found.warnings().all().forEach(findings.warnings()::add);
      }
    }
    Located.Obj last = document;
    draft.ifPresent(d -> add(entries.get(0).at(), last, d));
  }

  private void add(Instant at, Located.Obj document, TopologyDecoder.Draft draft) {
    if (epochs.get(epochs.size() - 1).from().equals(at)) {
      epochs.remove(epochs.size() - 1); // a change at the clock holds from the start
    }
    epochs.add(new Epoch(at, document, draft));
  }

  private Located.Obj applied(Located.Obj document, TimelineEntry entry, Findings found) {
    return apply(document, entry, found)
        .filter(changed -> isAllowed(document, changed, entry, found))
        .orElse(document);
  }

  private Optional<Located.Obj> apply(Located.Obj document, TimelineEntry entry, Findings found) {
    TimelineEntry.Change change = entry.change();
    if (change instanceof TimelineEntry.Change.Run run) {
      return Optional.of(commands(document, run, entry.spot(), found));
    }
    if (change instanceof TimelineEntry.Change.Set set) {
      return object(MergePatch.apply(document, set.patch()), entry, found);
    }
    return JsonPatch.apply(
            document, ((TimelineEntry.Change.Patch) change).patch(), found.problems())
        .flatMap(patched -> object(patched, entry, found));
  }

  private static Located.Obj commands(
      Located.Obj document, TimelineEntry.Change.Run run, Spot spot, Findings found) {
    Optional<String> on = run.on().isPresent() ? run.on() : Systems.only(document, spot, found);
    Located.Obj changed = document;
    for (Located.Text command : run.commands()) {
      if (on.isPresent()) {
        changed = Cmdlets.apply(changed, on.get(), command.text(), command.spot(), found);
      }
    }
    return changed;
  }

  private Optional<Located.Obj> object(Located patched, TimelineEntry entry, Findings found) {
    if (!(patched instanceof Located.Obj object)) {
      return Decoders.wrongType("an object", patched, found.problems());
    }
    Spot spot = entry.spot();
    return Optional.of(
        normalizer.normalize(
            object,
            s -> s.file().equals(spot.file()) && s.pointer().startsWith(spot.pointer() + "/")));
  }

  private static boolean isAllowed(
      Located.Obj before, Located.Obj after, TimelineEntry entry, Findings found) {
    boolean allowed = !Header.reportUnknown(after, found.problems());
    for (String key : ScenarioKeys.FIXED) {
      Optional<Located> old = Trees.member(before, key);
      Optional<Located> now = Trees.member(after, key);
      boolean same =
          old.isPresent() == now.isPresent()
              && (old.isEmpty() || old.get() == now.get() || old.get().sameAs(now.get()));
      if (!same) {
        found
            .problems()
            .add(
                entry.spot(),
                "the timeline cannot change `" + key + "`",
                "it changes systems, certificates, DNS, network and assumptions");
        allowed = false;
      }
    }
    return allowed;
  }

  /** Decodes; what is wrong only from here on is reported at the entry that brought it about. */
  private TopologyDecoder.Draft decode(Located.Obj document, Spot entry, Findings found) {
    Findings later = new Findings(findings.strictFile(), new Problems(), new Problems());
    TopologyDecoder.Draft draft = TopologyDecoder.decode(document, moments, later);
    for (Problem problem : later.problems().all()) {
      if (!known.contains(problem)) {
        found.problems().add(atEntry(problem, entry));
      }
    }
    later.warnings().all().forEach(found.warnings()::add);
    seen = later.problems();
    return draft;
  }

  private static Problems merged(Problems first, Problems second) {
    Problems all = new Problems();
    first.all().forEach(all::add);
    second.all().forEach(all::add);
    return all;
  }

  private static Problem atEntry(Problem problem, Spot entry) {
    Spot spot = problem.spot();
    boolean inside =
        spot.file().equals(entry.file()) && spot.pointer().startsWith(entry.pointer() + "/");
    return inside
        ? problem
        : new Problem(
            entry,
            "after this entry: "
                + problem.what()
                + (spot.pointer().isEmpty() ? "" : " (" + spot.pointer() + ")"),
            problem.help());
  }
}
