package exsim.simulator.question;

import com.google.common.collect.ImmutableList;
import exsim.simulator.delivery.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Holds expectations against deliveries. */
public final class ExpectationCheck {
  private ExpectationCheck() {}

  /** What came of every expectation, in order; internal hops count where it or the run says so. */
  public static ImmutableList<Verdict> check(
      ImmutableList<Expectation> expectations,
      ImmutableList<Delivery> deliveries,
      boolean withInternal) {
    return expectations.stream()
        .map(e -> check(e, deliveries, withInternal))
        .collect(ImmutableList.toImmutableList());
  }

  private static Verdict check(
      Expectation expectation, ImmutableList<Delivery> deliveries, boolean withInternal) {
    List<ImmutableList<Mismatch>> found = new ArrayList<>();
    for (Delivery delivery : deliveries) {
      if (selects(expectation, delivery)) {
        boolean internal = expectation.internal().orElse(withInternal);
        found.add(compare(expectation, DeliveryFacts.of(delivery, internal)));
      }
    }
    if (found.isEmpty()) {
      return new Verdict(expectation, false, ImmutableList.of(), "selects no delivery");
    }
    long held = found.stream().filter(ImmutableList::isEmpty).count();
    boolean holds =
        switch (expectation.branches()) {
          case ALL -> held == found.size();
          case ANY -> held > 0;
          case SOME_BUT_NOT_ALL -> held > 0 && held < found.size();
        };
    ImmutableList<Mismatch> first =
        found.stream().filter(m -> !m.isEmpty()).findFirst().orElse(ImmutableList.of());
    String note =
        holds || found.size() == 1 ? "" : held + " of " + found.size() + " branches agree";
    return new Verdict(expectation, holds, holds ? ImmutableList.of() : first, note);
  }

  private static boolean selects(Expectation expectation, Delivery delivery) {
    return delivery.message().id().equals(expectation.message())
        && expectation.recipient().map(delivery.recipient()::equals).orElse(true);
  }

  private static ImmutableList<Mismatch> compare(Expectation expectation, Value.Obj facts) {
    PartMatch match = new PartMatch();
    for (Map.Entry<String, Value> part : expectation.parts().entrySet()) {
      part(match, part.getKey(), part.getValue(), facts);
    }
    return match.mismatches();
  }

  private static void part(PartMatch match, String name, Value expected, Value.Obj facts) {
    ImmutableList<Value> hops = ((Value.Array) facts.members().get("hops")).items();
    switch (name) {
      case "reply", "messageTrace" -> match.reply(name, expected, facts.members().get(name));
      case "outcome" -> outcome(match, expected, facts.members().get(name));
      case "firstHop" -> one(match, name, expected, hops, 0);
      case "lastHop" -> one(match, name, expected, hops, hops.size() - 1);
      case "someHop" -> some(match, expected, hops);
      case "everyHop" -> every(match, expected, hops);
      default -> match.compare(name, expected, facts.members().getOrDefault(name, Value.NULL));
    }
  }

  private static void outcome(PartMatch match, Value expected, Value actual) {
    boolean oneOf = expected instanceof Value.Array any && any.items().contains(actual);
    if (!oneOf) {
      match.compare("outcome", expected, actual);
    }
  }

  private static void one(
      PartMatch match, String name, Value expected, ImmutableList<Value> hops, int index) {
    if (hops.isEmpty()) {
      match.differ(name, expected, Value.NULL);
    } else {
      match.compare(name, expected, hops.get(index));
    }
  }

  private static void some(PartMatch match, Value expected, ImmutableList<Value> hops) {
    for (Value hop : hops) {
      PartMatch trial = new PartMatch();
      trial.compare("", expected, hop);
      if (isSent(hop) && trial.mismatches().isEmpty()) {
        return;
      }
    }
    match.differ("someHop", expected, new Value.Text("no sent hop shows it"));
  }

  private static void every(PartMatch match, Value expected, ImmutableList<Value> hops) {
    boolean none = true;
    for (int i = 0; i < hops.size(); i++) {
      if (isSent(hops.get(i))) {
        none = false;
        match.compare("everyHop[" + i + "]", expected, hops.get(i));
      }
    }
    if (none) {
      match.differ("everyHop", expected, new Value.Text("no hop was sent"));
    }
  }

  private static boolean isSent(Value hop) {
    return ((Value.Obj) hop).members().get("status").equals(new Value.Text("sent"));
  }
}
