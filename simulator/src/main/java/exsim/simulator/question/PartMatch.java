package exsim.simulator.question;

import com.google.common.base.Ascii;
import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares a stated part with what a report prints; what is not stated is not compared. */
final class PartMatch {
  private final List<Mismatch> mismatches = new ArrayList<>();

  ImmutableList<Mismatch> mismatches() {
    return ImmutableList.copyOf(mismatches);
  }

  /** Compares one value at a place. */
  void compare(String where, Value expected, Value actual) {
    if (expected instanceof Value.Obj part && actual instanceof Value.Obj whole) {
      for (Map.Entry<String, Value> member : part.members().entrySet()) {
        member(where, member.getKey(), member.getValue(), whole);
      }
    } else if (expected instanceof Value.Array parts && actual instanceof Value.Array all) {
      items(where, parts, all);
    } else if (!expected.equals(actual)) {
      differ(where, expected, actual);
    }
  }

  private void member(String where, String name, Value expected, Value.Obj whole) {
    String place = where.isEmpty() ? name : where + "." + name;
    if (name.equals("rules")) {
      rules(place, expected, whole);
      return;
    }
    Value actual = whole.members().getOrDefault(name, Value.NULL);
    if (name.equals("reply")) {
      reply(place, expected, actual);
    } else if (name.equals("host")) {
      host(place, expected, actual);
    } else {
      compare(place, expected, actual);
    }
  }

  private void items(String where, Value.Array expected, Value.Array actual) {
    if (expected.items().stream().allMatch(v -> v instanceof Value.Text)) {
      if (!expected.equals(actual)) {
        differ(where, expected, actual);
      }
      return;
    }
    if (expected.items().size() != actual.items().size()) {
      mismatches.add(
          new Mismatch(
              where, expected.items().size() + " items", actual.items().size() + " items"));
      return;
    }
    for (int i = 0; i < expected.items().size(); i++) {
      compare(where + "[" + i + "]", expected.items().get(i), actual.items().get(i));
    }
  }

  /** Names of hosts have no case, and some of Exchange Online's are printed in two. */
  private void host(String where, Value expected, Value actual) {
    boolean holds =
        expected instanceof Value.Text stated
            && actual instanceof Value.Text printed
            && Ascii.equalsIgnoreCase(stated.text(), printed.text());
    if (!holds && !expected.equals(actual)) {
      differ(where, expected, actual);
    }
  }

  /** A reply is stated by a prefix or a part of it. */
  void reply(String where, Value expected, Value actual) {
    boolean holds =
        expected instanceof Value.Text part
            && actual instanceof Value.Text whole
            && whole.text().contains(part.text());
    if (!holds && !expected.equals(actual)) {
      differ(where, expected, actual);
    }
  }

  /** The stated rules decided in this order; others may stand between. */
  private void rules(String where, Value expected, Value.Obj whole) {
    List<String> decided = new ArrayList<>();
    if (whole.members().get("why") instanceof Value.Array why) {
      for (Value entry : why.items()) {
        if (entry instanceof Value.Obj reason
            && reason.members().get("rule") instanceof Value.Text id) {
          decided.add(id.text());
        }
      }
    }
    List<String> stated = new ArrayList<>();
    if (expected instanceof Value.Array ids) {
      ids.items().forEach(v -> stated.add(v instanceof Value.Text t ? t.text() : show(v)));
    }
    int at = 0;
    for (String id : decided) {
      if (at < stated.size() && id.equals(stated.get(at))) {
        at++;
      }
    }
    if (at < stated.size()) {
      mismatches.add(
          new Mismatch(where, Joiner.on(", ").join(stated), Joiner.on(", ").join(decided)));
    }
  }

  void differ(String where, Value expected, Value actual) {
    mismatches.add(new Mismatch(where, show(expected), show(actual)));
  }

  /** A value as a person reads it. */
  static String show(Value value) {
    if (value instanceof Value.Text text) {
      return "\"" + text.text() + "\"";
    }
    if (value instanceof Value.Int number) {
      return String.valueOf(number.number());
    }
    if (value instanceof Value.Bool bool) {
      return String.valueOf(bool.value());
    }
    if (value instanceof Value.Array array) {
      return "[" + Joiner.on(", ").join(array.items().stream().map(PartMatch::show).toList()) + "]";
    }
    if (value instanceof Value.Obj object) {
      List<String> members = new ArrayList<>();
      object.members().forEach((k, v) -> members.add(k + ": " + show(v)));
      return "{" + Joiner.on(", ").join(members) + "}";
    }
    return "null";
  }
}
