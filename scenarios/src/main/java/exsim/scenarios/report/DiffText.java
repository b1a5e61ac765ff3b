package exsim.scenarios.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.scenarios.change.ScenarioDifference;
import exsim.scenarios.change.SettingChange;
import exsim.scenarios.json.JsonPrinter;
import exsim.scenarios.json.Located;
import exsim.scenarios.text.Columns;
import exsim.scenarios.text.Page;
import exsim.scenarios.text.Style;
import exsim.scenarios.text.Tone;
import exsim.simulator.delivery.Hop;
import exsim.simulator.difference.Change;
import exsim.simulator.difference.Exposure;
import exsim.simulator.difference.HopDifference;
import exsim.simulator.difference.JourneyDifference;
import exsim.simulator.difference.Trend;
import exsim.simulator.rule.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A difference for a person: what changed, where, and what made it. */
final class DiffText {
  private static final int LABEL = 20;
  private static final int NAMED_MAX = 5;

  private static final int SETTINGS_MAX = 20;
  private static final int OBJECT_MAX = 64;

  /** How many hops in a row that were added or removed are shown. */
  private static final int ALONE_MAX = 8;

  private final Page page;
  private final ScenarioDifference difference;

  private DiffText(ScenarioDifference difference, Style style) {
    this.page = new Page(style);
    this.difference = difference;
  }

  static String of(ScenarioDifference difference, Style style) {
    DiffText text = new DiffText(difference, style);
    text.head();
    for (List<ScenarioDifference.Journey> alike : text.groups()) {
      text.journey(alike);
    }
    return text.page.toString();
  }

  private void head() {
    long weaker = difference.count(Trend.WEAKER);
    int differing = difference.journeys().size();
    String count =
        differing + " of " + difference.compared() + (differing == 1 ? " journey" : " journeys");
    String verdict =
        differing == 0
            ? "no journey differs, of " + difference.compared()
            : count
                + (differing == 1 ? " differs: " : " differ: ")
                + weaker
                + " weaker, "
                + difference.count(Trend.LOST)
                + " lost, "
                + difference.count(Trend.STRONGER)
                + " stronger, "
                + difference.count(Trend.OTHER)
                + " otherwise";
    Tone tone = weaker + difference.count(Trend.LOST) > 0 ? Tone.BAD : Tone.STRONG;
    for (String line : Columns.wrap(page.clean(verdict), Style.WIDTH)) {
      page.ready(tone.paint(page.style(), line));
    }
    page.labelled(0, "before", 8, difference.before(), Tone.FAINT);
    page.labelled(0, "after", 8, difference.after(), Tone.FAINT);
    page.gap();
    if (difference.settings().isEmpty()) {
      page.paragraph(0, "Their worlds say the same.");
    } else {
      page.ready(Tone.STRONG.paint(page.style(), "Settings that differ"));
      difference.settings().stream().limit(SETTINGS_MAX).forEach(this::setting);
      int more = difference.settings().size() - SETTINGS_MAX;
      if (more > 0) {
        page.paragraph(2, "and " + more + " more");
      }
    }
    if (difference.otherTimes()) {
      page.paragraph(
          0,
          "Their timelines change at different instants: settings are compared as they are at"
              + " first, and causes are not told.");
    }
  }

  private void setting(SettingChange setting) {
    page.paragraph(2, setting.where());
    page.labelled(4, "before", 8, said(setting.before()), Tone.FAINT);
    page.labelled(4, "after", 8, said(setting.after()), Tone.FAINT);
  }

  private static String said(Optional<Located> value) {
    return value
        .map(
            v ->
                Columns.shorten(
                    JsonPrinter.line(v),
                    v instanceof Located.Obj ? OBJECT_MAX : 3 * Style.WIDTH,
                    "..."))
        .orElse("(nothing)");
  }

  /** Journeys that differ in the same way, each group where its first one stood. */
  private Iterable<List<ScenarioDifference.Journey>> groups() {
    Map<String, List<ScenarioDifference.Journey>> groups = new LinkedHashMap<>();
    for (Trend trend : Trend.values()) {
      difference.journeys().stream()
          .filter(j -> j.difference().trend() == trend)
          .forEach(j -> groups.computeIfAbsent(likeness(j), k -> new ArrayList<>()).add(j));
    }
    return groups.values();
  }

  /** All but names of hosts, addresses and the words of replies. */
  private static String likeness(ScenarioDifference.Journey journey) {
    JourneyDifference d = journey.difference();
    StringBuilder key = new StringBuilder().append(d.trend()).append(journey.settings());
    d.changes().stream()
        .filter(c -> !c.fact().equals("reply") && !c.fact().equals("messageTrace"))
        .forEach(key::append);
    for (HopDifference hop : d.hops()) {
      key.append(hop.kind()).append(hop.hop().from().system()).append(hop.hop().to().system());
      key.append(hop.hop().from().connector()).append(Exposure.of(hop.hop()));
      hop.changes().stream()
          .filter(c -> !c.fact().startsWith("to.") && !c.fact().equals("reply"))
          .forEach(key::append);
      hop.rulesAfter().forEach(r -> key.append(r.rule().id()));
    }
    return key.toString();
  }

  private void journey(List<ScenarioDifference.Journey> alike) {
    ScenarioDifference.Journey journey = alike.get(0);
    JourneyDifference d = journey.difference();
    page.gap();
    String id = page.clean(d.message().id());
    String sender = d.message().sender().map(Object::toString).orElse("<>");
    String who = id + ": " + sender + " -> " + d.recipient();
    Tone tone = tone(d.trend());
    String mark = d.trend() == Trend.OTHER ? "changed" : d.trend().text();
    page.labelled(0, mark, 10, who, tone);
    if (alike.size() > 1) {
      page.paragraph(10, "and " + others(alike));
    }
    if (d.before().isEmpty() || d.after().isEmpty()) {
      page.paragraph(
          2, d.before().isEmpty() ? "There was no such journey." : "There is no such journey.");
    }
    d.changes().forEach(c -> change(2, c));
    reasons(2, d.rulesBefore(), d.rulesAfter());
    hops(d);
    causes(journey);
  }

  private static String others(List<ScenarioDifference.Journey> alike) {
    List<String> named = new ArrayList<>();
    alike.stream()
        .skip(1)
        .limit(NAMED_MAX)
        .forEach(
            j -> named.add(j.difference().message().id() + " to " + j.difference().recipient()));
    int more = alike.size() - 1 - named.size();
    return (alike.size() - 1)
        + " more in the same way: "
        + String.join("; ", named)
        + (more > 0 ? "; ..." : "");
  }

  private static Tone tone(Trend trend) {
    return switch (trend) {
      case WEAKER, LOST -> Tone.BAD;
      case STRONGER -> Tone.GOOD;
      case OTHER -> Tone.CAUTION;
    };
  }

  private void hops(JourneyDifference d) {
    ImmutableList.Builder<Hop> shown = ImmutableList.builder();
    d.hops().forEach(h -> shown.add(h.hop()));
    HopTable table = new HopTable(page, shown.build());
    ImmutableSet<Reason> known =
        d.hops().stream()
            .flatMap(h -> h.before().stream())
            .flatMap(h -> h.why().stream())
            .collect(ImmutableSet.toImmutableSet());
    int alone = 0;
    for (HopDifference hop : d.hops()) {
      boolean pair = hop.before().isPresent() && hop.after().isPresent();
      alone = pair ? 0 : alone + 1;
      if (alone <= ALONE_MAX) {
        hop(hop, table, known);
      } else if (alone == ALONE_MAX + 1) {
        page.gap();
        page.paragraph(2, "and more hops of this kind");
      }
    }
  }

  private void hop(HopDifference hop, HopTable table, ImmutableSet<Reason> known) {
    String mark =
        switch (hop.kind()) {
          case SAME -> " ";
          case CHANGED -> "~";
          case ADDED -> "+";
          case REMOVED -> "-";
        };
    page.gap();
    page.ready(mark + table.line(hop.hop()).substring(1));
    if (hop.kind() == HopDifference.Kind.CHANGED) {
      readBy(hop);
      hop.changes().forEach(c -> change(4, c));
      reasons(4, hop.rulesBefore(), hop.rulesAfter());
    } else if (hop.kind() == HopDifference.Kind.ADDED) {
      hop.hop().why().stream()
          .filter(r -> !known.contains(r))
          .findFirst()
          .ifPresent(r -> fact(4, "because", r.rule().id() + " " + r.text()));
    }
  }

  private void readBy(HopDifference hop) {
    Optional<String> before = hop.before().map(h -> Exposure.of(h).text());
    Optional<String> after = hop.after().map(h -> Exposure.of(h).text());
    if (before.isPresent() && after.isPresent() && !before.equals(after)) {
      change(4, new Change("read by", before.get(), after.get()));
    }
  }

  private void change(int indent, Change change) {
    String before = said(change.before());
    String after = said(change.after());
    String line = before + " -> " + after;
    if (indent + LABEL + Columns.width(page.clean(line)) <= Style.WIDTH) {
      fact(indent, change.fact(), line);
    } else {
      fact(indent, change.fact(), before);
      page.labelled(indent, "", LABEL - 3, "-> " + after, Tone.FAINT);
    }
  }

  private static String said(String fact) {
    return fact.isEmpty() ? "(none)" : Columns.shorten(fact, 3 * Style.WIDTH, "...");
  }

  private void reasons(int indent, ImmutableList<Reason> before, ImmutableList<Reason> after) {
    before.forEach(r -> fact(indent, "no longer", r.rule().id() + " " + r.text()));
    after.forEach(r -> fact(indent, "but now", r.rule().id() + " " + r.text()));
  }

  private void fact(int indent, String label, String text) {
    page.labelled(indent, label, LABEL, text, Tone.FAINT);
  }

  private void causes(ScenarioDifference.Journey journey) {
    if (journey.settings().isEmpty()) {
      return;
    }
    page.gap();
    String label = journey.settings().size() > 1 ? "by all of" : "by";
    for (SettingChange setting : journey.settings()) {
      page.labelled(
          2,
          label,
          12,
          setting.where() + ": " + said(setting.before()) + " -> " + said(setting.after()),
          Tone.STRONG);
      label = "";
    }
  }
}
