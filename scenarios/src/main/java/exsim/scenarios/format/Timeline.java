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
  private Problems known;

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

  private void change(List<TimelineEntry> entries) {
    Instant at = entries.get(0).at();
    Located.Obj before = epochs.get(epochs.size() - 1).document();
    Located.Obj after = before;
    for (TimelineEntry entry : entries) {
      Optional<Located.Obj> changed = apply(after, entry);
      if (changed.isPresent() && isAllowed(after, changed.get(), entry)) {
        after = changed.get();
      }
    }
    if (after.sameAs(before)) {
      return;
    }
    if (epochs.get(epochs.size() - 1).from().equals(at)) {
      epochs.remove(epochs.size() - 1); // a change at the clock holds from the start
    }
    epochs.add(new Epoch(at, after, decode(after, entries.get(entries.size() - 1))));
  }

  private Optional<Located.Obj> apply(Located.Obj document, TimelineEntry entry) {
    TimelineEntry.Change change = entry.change();
    if (change instanceof TimelineEntry.Change.Run run) {
      return Optional.of(commands(document, run, entry.spot()));
    }
    if (change instanceof TimelineEntry.Change.Set set) {
      return object(MergePatch.apply(document, set.patch()), entry);
    }
    return JsonPatch.apply(
            document, ((TimelineEntry.Change.Patch) change).patch(), findings.problems())
        .flatMap(patched -> object(patched, entry));
  }

  private Located.Obj commands(Located.Obj document, TimelineEntry.Change.Run run, Spot spot) {
    Optional<String> on = run.on().isPresent() ? run.on() : Systems.only(document, spot, findings);
    Located.Obj changed = document;
    for (Located.Text command : run.commands()) {
      if (on.isPresent()) {
        changed = Cmdlets.apply(changed, on.get(), command.text(), command.spot(), findings);
      }
    }
    return changed;
  }

  private Optional<Located.Obj> object(Located patched, TimelineEntry entry) {
    if (!(patched instanceof Located.Obj object)) {
      return Decoders.wrongType("an object", patched, findings.problems());
    }
    Spot spot = entry.spot();
    return Optional.of(
        normalizer.normalize(
            object,
            s -> s.file().equals(spot.file()) && s.pointer().startsWith(spot.pointer() + "/")));
  }

  private boolean isAllowed(Located.Obj before, Located.Obj after, TimelineEntry entry) {
    boolean allowed = !Header.reportUnknown(after, findings.problems());
    for (String key : ScenarioKeys.FIXED) {
      Optional<Located> old = Trees.member(before, key);
      Optional<Located> now = Trees.member(after, key);
      boolean same =
          old.isPresent() == now.isPresent()
              && (old.isEmpty() || old.get() == now.get() || old.get().sameAs(now.get()));
      if (!same) {
        findings
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
  private TopologyDecoder.Draft decode(Located.Obj document, TimelineEntry last) {
    Findings later = new Findings(findings.strictFile(), new Problems(), new Problems());
    TopologyDecoder.Draft draft = TopologyDecoder.decode(document, moments, later);
    for (Problem problem : later.problems().all()) {
      if (!known.contains(problem)) {
        findings.problems().add(atEntry(problem, last.spot()));
      }
    }
    later.warnings().all().forEach(findings.warnings()::add);
    known = merged(known, later.problems());
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
